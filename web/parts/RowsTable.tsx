// The first rows as they were understood.
import type { RowAnswer } from '../../server/contract/importAnswer.ts';
import { amountRange, degrees } from '../state/format.ts';
import { useLanguage, useWords } from '../words/words.ts';
import type { Language } from '../words/words.ts';

export function RowsTable({ rows }: { rows: readonly RowAnswer[] }) {
  const words = useWords();
  const language = useLanguage();
  const has = (field: 'process' | 'temperature'): boolean => rows.some((row) => row[field] !== null);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.rowsPreview}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              #
            </th>
            <th scope="col">{words.company}</th>
            {has('process') && <th scope="col">{words.process}</th>}
            <th scope="col">{words.direction}</th>
            <th scope="col">{words.resource}</th>
            <th scope="col">{words.quantityAsRead}</th>
            <th scope="col" class="number">
              {words.quantity} {words.perYear}
            </th>
            {has('temperature') && (
              <th scope="col" class="number">
                {words.temperature}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.sheet} ${row.line}`}>
              <td class="number quiet">{row.line}</td>
              <td>{row.company}</td>
              {has('process') && <td>{row.process}</td>}
              <td>{row.direction === 'in' ? words.directionIn : words.directionOut}</td>
              <th scope="row">{row.resource}</th>
              <td>
                {row.quantity === null ? words.notKnown : stated(row.quantity, language)} {row.unit}
              </td>
              <td class="number">{row.annual ? amountRange(row.annual, row.annual.unit, words, language) : words.notKnown}</td>
              {has('temperature') && <td class="number">{row.temperature !== null && degrees(row.temperature, language)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every digit the file gave, in the reader's marks. */
function stated(quantity: NonNullable<RowAnswer['quantity']>, language: Language): string {
  const shown = (value: number): string => new Intl.NumberFormat(language, { maximumSignificantDigits: 15 }).format(value);
  if ('value' in quantity) return shown(quantity.value);
  if ('about' in quantity) return `≈ ${shown(quantity.about)}`;
  if ('min' in quantity) return `${shown(quantity.min)}–${shown(quantity.max)}`;
  if ('less_than' in quantity) return `< ${shown(quantity.less_than)}`;
  if ('more_than' in quantity) return `> ${shown(quantity.more_than)}`;
  return `≤ ${shown(quantity.at_most)}`;
}
