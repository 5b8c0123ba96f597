// What was understood of a file, with every remark, and what storing it would change.
import type { ComponentChildren } from 'preact';
import type { PreviewOptions, PreviewShown } from '../../server/contract/previews.ts';
import { addressOf } from '../client.ts';
import { address } from '../state/route.ts';
import { moment, number } from '../state/format.ts';
import { REPAIR_WORDS } from '../words/repair.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import type { Words } from '../words/words.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { ChangesList } from './import/ChangesList.tsx';
import { notInGroups } from './import/repairGroups.ts';
import { RepairList } from './import/RepairList.tsx';
import { MessageList } from './MessageList.tsx';
import { ReadingOptions } from './ReadingOptions.tsx';
import { RowsTable } from './RowsTable.tsx';

type Props = {
  preview: PreviewShown;
  onChange: (options: PreviewOptions) => void;
  onCommit: () => void;
  onCancel: () => void;
  onUndo: (importId: number) => void;
};

export function PreviewReport({ preview, onChange, onCommit, onCancel, onUndo }: Props) {
  const words = useWords();
  const language = useLanguage();
  const repair = REPAIR_WORDS[language];
  const { file, state } = preview;
  const count = (value: number): string => new Intl.NumberFormat(language).format(value);
  if (state === 'cancelled')
    return (
      <p class="notice" role="status">
        {words.cancelledText}
      </p>
    );
  const running = state === 'reading' || state === 'committing';
  return (
    <div class="preview" data-state={state}>
      {running && (
        <div role="status" class="progress">
          <p>
            {state === 'reading'
              ? fill(words.reading, { file: file.file, rows: count(preview.progress.rows) })
              : fill(words.committing, { rows: count(preview.progress.rows) })}
          </p>
          <progress {...(preview.progress.total_bytes ? { max: preview.progress.total_bytes, value: preview.progress.bytes } : {})} />
          <button type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      )}
      {state === 'committed' && preview.import !== null && !nothingNew(preview) && (
        <div class="notice good" role="status">
          <p>{fill(words.committed, { id: preview.import })}</p>
          <a class="button primary" href={address.cluster(preview.cluster)}>
            {words.toCluster}
          </a>{' '}
          <button type="button" onClick={() => preview.import !== null && onUndo(preview.import)}>
            {fill(words.undo, { id: preview.import })}
          </button>
        </div>
      )}
      {file.outcome !== 'import' && !running && (
        <p class="notice error" role="alert">
          {file.outcome === 'ask' ? words.askTitle : words.refuseTitle}:{' '}
          {file.messages.find((one) => one.severity === 'error')?.text ?? file.messages[0]?.text}
        </p>
      )}
      <Counts>
        <Count label={words.rowsRead} value={count(file.rows_read)} />
        <Count label={words.rowsOk} value={count(file.rows_ok)} kind="good" />
        <Count label={words.rowsRejected} value={count(file.rows_rejected)} {...(file.rows_rejected > 0 ? { kind: 'bad' } : {})} />
        <Count label={words.rowsSkipped} value={count(file.rows_skipped)} />
        {preview.changes && (
          <>
            <Count label={words.added} value={count(preview.changes.added)} />
            <Count label={words.changed} value={count(preview.changes.changed)} />
            <Count label={words.withdrawn} value={count(preview.changes.withdrawn)} />
            <Count label={words.unchanged} value={count(preview.changes.unchanged)} />
          </>
        )}
      </Counts>
      {state === 'ready' && file.outcome === 'import' && file.rows_ok > 0 && (
        <p>
          {nothingNew(preview) ? (
            <b>{words.commitNothing}</b>
          ) : (
            <button type="button" class="primary" onClick={onCommit} data-action="commit">
              {fill(words.commit, { count: number(file.rows_ok, language, 9) })}
            </button>
          )}{' '}
          <button type="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </p>
      )}
      {preview.remembered !== null && state !== 'committed' && (
        <p class="notice">
          {fill(repair.remembered, { file: preview.remembered.file, at: moment(preview.remembered.at, language) })}{' '}
          <button
            type="button"
            disabled={running}
            onClick={() => onChange(preview.options.repairs ? { repairs: preview.options.repairs } : {})}
          >
            {repair.forget}
          </button>
        </p>
      )}
      {state === 'ready' && <ChangesList preview={preview} />}
      {(state === 'ready' || running) && <RepairList preview={preview} onChange={onChange} disabled={running} />}
      {state !== 'committed' && (
        <>
          <h2>
            {words.understood} <span class="quiet">{howRead(preview, words)}</span>
          </h2>
          <ColumnMapping preview={preview} onChange={onChange} disabled={running} />
          <ReadingOptions preview={preview} onChange={onChange} disabled={running} />
        </>
      )}
      <h2>{words.problems}</h2>
      <MessageList messages={state === 'ready' ? notInGroups(preview) : file.messages} />
      {file.rows_rejected > 0 && (
        <p>
          <a href={addressOf('rejected', { path: { preview: preview.id }, query: { lang: language } })} download>
            {words.rejectedDownload}
          </a>
        </p>
      )}
      {preview.rows.length > 0 && (
        <>
          <h2>{words.rowsPreview}</h2>
          <RowsTable rows={preview.rows} />
        </>
      )}
    </div>
  );
}

/** The file's dialect in one line: `windows-1252, semicolon, header on line 6`. */
function howRead({ file }: PreviewShown, words: Words): string {
  const delimiter =
    file.delimiter === null ? null : (words.delimiterNames[file.delimiter as keyof Words['delimiterNames']] ?? file.delimiter);
  const decimal =
    file.decimal === ',' || file.decimal === '.' ? `${words.decimalMark.toLowerCase()} ${words.decimalNames[file.decimal]}` : null;
  const header = file.header_line === null ? null : `${words.headerLine.toLowerCase()} ${file.header_line}`;
  return [file.encoding, delimiter, decimal, header].filter((one) => one !== null).join(', ');
}

/** The file's rows are all stored already: to commit them would change nothing, and to undo that would take back another import. */
const nothingNew = ({ file }: PreviewShown): boolean => file.messages.some(({ code }) => code === 'import.unchanged');

const Counts = ({ children }: { children: ComponentChildren }) => <dl class="counts">{children}</dl>;

const Count = ({ label, value, kind }: { label: string; value: string; kind?: string }) => (
  <div class={kind ?? ''}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);
