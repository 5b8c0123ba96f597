// What the cluster offers and asks for, added up so that no company is given away. Asked for when it is opened.
import { useState } from 'preact/hooks';
import type { TotalsShown } from '../../server/contract/totals.ts';
import { ask } from '../client.ts';
import { amount, day } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { TRUST_WORDS } from '../words/trust.ts';
import { fill, useLanguage } from '../words/words.ts';
import { Loaded } from './Loaded.tsx';

export function ClusterTotals({ cluster }: { cluster: string }) {
  const words = TRUST_WORDS[useLanguage()];
  const [open, setOpen] = useState(false);
  return (
    <details class="all-flows" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.totals}</summary>
      {open && <Totals cluster={cluster} />}
    </details>
  );
}

function Totals({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = TRUST_WORDS[language];
  const answer = useAnswer(
    (signal) => ask('totals', { path: { cluster }, query: { lang: language }, signal }),
    `totals ${cluster} ${language}`,
  );
  return (
    <Loaded answer={answer}>
      {({ day: on, rows }) => (
        <>
          <p class="quiet">{fill(words.totalsInfo, { day: day(on, language) })}</p>
          {rows.length === 0 ? <p class="quiet">{words.totalsNone}</p> : <Table rows={rows} />}
        </>
      )}
    </Loaded>
  );
}

function Table({ rows }: { rows: TotalsShown['rows'] }) {
  const language = useLanguage();
  const words = TRUST_WORDS[language];
  const lines = [...Map.groupBy(rows, ({ resource, unit }) => `${resource} ${unit}`).values()];
  const cell = (line: TotalsShown['rows'], side: 'offered' | 'asked'): string => {
    const found = line.find((one) => one.side === side);
    return found === undefined ? '' : amount(found.amount, found.unit, language);
  };
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.totals}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.resource}</th>
            <th scope="col" class="number">
              {words.offered}
            </th>
            <th scope="col" class="number">
              {words.asked}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const [first] = line;
            if (first === undefined) return null;
            return (
              <tr key={`${first.resource} ${first.unit}`}>
                <th scope="row">{first.family === null ? first.name : `${' '.repeat(3)}${first.name}`}</th>
                <td class="number">{cell(line, 'offered')}</td>
                <td class="number">{cell(line, 'asked')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
