// A table of a report: plain, printable, and a file of its own.
import { download } from '../../sankey/draw/exportPicture.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { useLanguage } from '../../words/words.ts';
import { csvTable } from '../meeting/meetingFiles.ts';

type Props = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function ReportTable({ name, head, rows }: Props) {
  const language = useLanguage();
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={name}>
        <table class="report-table">
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, k) =>
                  k === 0 ? (
                    <th key={k} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={k}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="no-print downloads">
        <button
          type="button"
          class="link"
          onClick={() => download(new Blob([csvTable([head, ...rows], language)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)}
        >
          {name}: {MEETING_WORDS[language].exportCsv}
        </button>
      </p>
    </>
  );
}
