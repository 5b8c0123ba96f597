// The first rows as they were understood.
import type { RowAnswer } from '../../server/contract/importAnswer.ts';
import { amountRange, degrees } from '../state/format.ts';
import { useLanguage, useWords } from '../words/words.ts';

export function RowsTable({ rows }: { rows: readonly RowAnswer[] }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.rowsPreview}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              #
            </th>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.process}</th>
            <th scope="col">{words.direction}</th>
            <th scope="col">{words.resource}</th>
            <th scope="col">{words.quantityAsWritten}</th>
            <th scope="col" class="number">
              {words.quantity} {words.perYear}
            </th>
            <th scope="col" class="number">
              {words.temperature}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.sheet} ${row.line}`}>
              <td class="number quiet">{row.line}</td>
              <td>{row.company}</td>
              <td>{row.process}</td>
              <td>{row.direction === 'in' ? words.directionIn : words.directionOut}</td>
              <th scope="row">{row.resource}</th>
              <td>
                {row.quantity === null ? words.notKnown : stated(row.quantity)} {row.unit}
              </td>
              <td class="number">{row.annual ? amountRange(row.annual, row.annual.unit, words, language) : words.notKnown}</td>
              <td class="number">{row.temperature !== null && degrees(row.temperature, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stated(quantity: NonNullable<RowAnswer['quantity']>): string {
  if ('value' in quantity) return String(quantity.value);
  if ('about' in quantity) return `≈ ${quantity.about}`;
  if ('min' in quantity) return `${quantity.min}–${quantity.max}`;
  if ('less_than' in quantity) return `< ${quantity.less_than}`;
  if ('more_than' in quantity) return `> ${quantity.more_than}`;
  return `≤ ${quantity.at_most}`;
}
