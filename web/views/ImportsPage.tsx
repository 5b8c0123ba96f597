// What was imported, by whom and when, and the way back.
import { useState } from 'preact/hooks';
import { Refusal, ask } from '../client.ts';
import type { ImportShown } from '../../server/contract/previews.ts';
import { Loaded, refusalText } from '../parts/Loaded.tsx';
import { moment } from '../state/format.ts';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useViewer } from '../state/viewer.ts';
import { RUNNING_WORDS } from '../words/running.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

export function ImportsPage() {
  const words = useWords();
  const language = useLanguage();
  const imports = useAnswer((signal) => ask('imports', { signal }), 'imports');
  const viewer = useViewer();
  /** As `mayRun` decides; it says so again when asked. */
  const runs = viewer.kind === 'local' || viewer.kind === 'administrator';
  const [said, setSaid] = useState('');
  const undo = async (id: number, evenEdited: boolean): Promise<void> => {
    try {
      await ask('undo', { path: { import: String(id) }, body: { even_edited: evenEdited } });
      setSaid(fill(words.undone, { id }));
      imports.again();
    } catch (error) {
      const text = refusalText(error, words, language);
      if (error instanceof Refusal && error.code === 'import.edited' && !evenEdited && confirm(fill(words.undoEdited, { text })))
        return undo(id, true);
      setSaid(text);
    }
  };
  return (
    <section>
      <h1>{words.historyTitle}</h1>
      <p role="status">{said}</p>
      <Loaded answer={imports}>
        {(list) =>
          list.length === 0 ? <p class="quiet">{words.historyEmpty}</p> : <ImportTable list={list} undo={(id) => void undo(id, false)} />
        }
      </Loaded>
      {runs && (
        <p>
          <a href={address.running()}>{RUNNING_WORDS[language].to}</a>
        </p>
      )}
    </section>
  );
}

function ImportTable({ list, undo }: { list: readonly ImportShown[]; undo: (id: number) => void }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.historyTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.importNumber}</th>
            <th scope="col">{words.importWhen}</th>
            <th scope="col">{words.importWho}</th>
            <th scope="col">{words.intoCluster}</th>
            <th scope="col">{words.importFiles}</th>
            <th scope="col">{words.changesTitle}</th>
            <th scope="col">{words.importState}</th>
            <th scope="col" aria-label={words.undo} />
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.id}</th>
              <td>{moment(one.at, language)}</td>
              <td>{one.by}</td>
              <td>{one.cluster}</td>
              <td>
                {one.files.map((file) => (
                  <div key={file.file}>
                    {file.file}: {file.rows_ok} {words.rowsOk}, {file.rows_rejected} {words.rowsRejected}, {file.rows_skipped}{' '}
                    {words.rowsSkipped}
                  </div>
                ))}
              </td>
              <td>
                {one.changes &&
                  `${one.changes.added} ${words.added}, ${one.changes.changed} ${words.changed}, ${one.changes.withdrawn} ${words.withdrawn}`}
              </td>
              <td>{words.importStates[one.state] ?? one.state}</td>
              <td>
                {one.undoable && (
                  <button type="button" onClick={() => undo(one.id)}>
                    {fill(words.undo, { id: one.id })}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
