// Where numbers came from: for each flow the file, sheet, line and the original cells.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../client.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { REPAIR_WORDS } from '../words/repair.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import { Loaded } from './Loaded.tsx';

type Props = { flows: readonly string[]; nameOf: (flow: string) => string; onClose: () => void };

/** One flow opens its record at once; several stand as a list, each leading to its own. */
export function SourcePanel({ flows, nameOf, onClose }: Props) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState<string | null>(flows.length === 1 ? (flows[0] ?? null) : null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="source" aria-labelledby="source-title" onClose={onClose}>
      <h2 id="source-title">{words.sourceTitle}</h2>
      {flows.length > 1 && (
        <ul class="behind">
          {flows.map((flow) => (
            <li key={flow}>
              <button type="button" class="link" aria-expanded={flow === open} onClick={() => setOpen(flow === open ? null : flow)}>
                {nameOf(flow)}
              </button>
              {flow === open && <Record flow={flow} />}
            </li>
          ))}
        </ul>
      )}
      {flows.length === 1 && open !== null && <Record flow={open} />}
      <button type="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}

function Record({ flow }: { flow: string }) {
  const words = useWords();
  const language = useLanguage();
  const source = useAnswer((signal) => ask('source', { path: { flow }, signal }), `source ${flow}`);
  return (
    <Loaded answer={source}>
      {(found) => (
        <>
          <p>
            {found.sheet === null
              ? fill(words.sourceLine, { file: found.file, line: found.line })
              : fill(words.sourceSheetLine, { file: found.file, sheet: found.sheet, line: found.line })}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.cellHeader}</th>
                <th scope="col">{words.cellText}</th>
              </tr>
            </thead>
            <tbody>
              {found.cells.map((cell, index) => (
                <tr key={index}>
                  <th scope="row">{cell.header}</th>
                  <td class="cell">
                    {cell.text}
                    {cell.repaired && <span class="quiet"> {REPAIR_WORDS[language].repairedAtImport}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Loaded>
  );
}
