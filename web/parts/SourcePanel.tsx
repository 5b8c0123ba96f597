// Where a number came from: file, sheet, line and the original cells.
import { useEffect, useRef } from 'preact/hooks';
import { ask } from '../client.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { fill, useWords } from '../words/words.ts';
import { Loaded } from './Loaded.tsx';

export function SourcePanel({ flow, onClose }: { flow: string; onClose: () => void }) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const source = useAnswer((signal) => ask('source', { path: { flow }, signal }), `source ${flow}`);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="source" aria-labelledby="source-title" onClose={onClose}>
      <h2 id="source-title">{words.sourceTitle}</h2>
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
                    <td class="cell">{cell.text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Loaded>
      <button type="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}
