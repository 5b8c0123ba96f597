// The picture's numbers as a table, one row a flow.
import type { Language, SankeyLayout } from '../types.ts';
import { SANKEY_WORDS } from './words.ts';

export function SankeyTable({
  layout,
  language,
  title,
}: {
  readonly layout: SankeyLayout;
  readonly language: Language;
  readonly title: string;
}) {
  const words = SANKEY_WORDS[language];
  const number = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { maximumFractionDigits: 12 });
  const ranged = layout.links.some((link) => link.min !== null || link.max !== null);
  const kinds = layout.links.some((link) => link.kind !== null);
  const show = (value: number | null): string => (value === null ? '' : number.format(value));
  return (
    <div class="sankey-table">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.target}</th>
            {kinds && <th scope="col">{words.kind}</th>}
            <th scope="col" class="number">
              {words.amount}
            </th>
            <th scope="col">{words.unit}</th>
            {ranged && (
              <>
                <th scope="col" class="number">
                  {words.low}
                </th>
                <th scope="col" class="number">
                  {words.high}
                </th>
              </>
            )}
            <th scope="col">{words.remark}</th>
          </tr>
        </thead>
        <tbody>
          {layout.links.map((link) => (
            <tr key={link.id} data-id={link.id}>
              <td>{link.source}</td>
              <td>{link.target}</td>
              {kinds && <td>{link.kind ?? ''}</td>}
              <td class="number">{number.format(link.value)}</td>
              <td>{link.unit}</td>
              {ranged && (
                <>
                  <td class="number">{show(link.min)}</td>
                  <td class="number">{show(link.max)}</td>
                </>
              )}
              <td>
                {[link.isReturn ? words.returnFlow : '', link.estimated ? words.estimated : '', link.hairline ? words.notToScale : '']
                  .filter((word) => word !== '')
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
