// What of the table is not in the picture, and why.
import { amountText } from '../sankey/layOut/amounts.ts';
import type { SankeyGraph, SankeyLayout } from '../sankey/types.ts';
import { fromTo } from './nameRows.ts';
import type { Reading } from './readFlowTable.ts';
import { MOST_ROWS } from './view.ts';
import { fill } from './words.ts';
import type { DrawWords, Language } from './words.ts';

type Props = {
  readonly reading: Reading;
  readonly graph: SankeyGraph | null;
  readonly layout: SankeyLayout | null;
  readonly words: DrawWords;
  readonly language: Language;
};

export function Messages({ reading, graph, layout, words, language }: Props) {
  if (reading.outcome === 'unreadable')
    return (
      <p class="problem" role="alert">
        {reading.code === 'table.empty'
          ? words.emptyFile
          : reading.code === 'table.header.none'
            ? words.noHeader
            : fill(words.unreadable, { code: reading.code })}
      </p>
    );
  if (reading.outcome === 'noColumns')
    return (
      <p class="problem" role="alert">
        {fill(words.noColumns, { missing: reading.missing.join(', '), headers: reading.headers.join(', ') || '–' })}
      </p>
    );
  const { flows, refused, doubtful, cutAt, repeatedIds } = reading.table;
  const silent = graph?.notDrawn.filter((one) => one.why !== 'outside') ?? [];
  const outside = graph?.notDrawn.filter((one) => one.why === 'outside').length ?? 0;
  const sums = graph?.account.filter((one) => one.outside > 0).map((one) => amountText(one.outside, one.unit, language)) ?? [];
  return (
    <div class="messages">
      {refused.length > 0 && (
        <div class="problem" role="alert">
          <p>{refused.length === 1 ? words.refusedOne : fill(words.refused, { n: refused.length })}</p>
          <ul>
            {refused.map((one) => (
              <li>
                {fill(words[one.code], {
                  where: fill(one.id === '' ? words.whereNoId : words.where, { line: one.line, id: one.id }),
                  found: one.found,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {cutAt !== null && (
        <p class="problem" role="alert">
          {fill(words.cut, { n: cutAt })}
        </p>
      )}
      {flows.length > MOST_ROWS && <p class="note">{fill(words.gathered, { n: flows.length })}</p>}
      {doubtful !== null && (
        <p class="note">{fill(words.doubtful, { found: doubtful.found, mark: doubtful.mark === ',' ? words.comma : words.point })}</p>
      )}
      {repeatedIds.length > 0 && <p class="note">{fill(words.repeated, { ids: [...new Set(repeatedIds)].slice(0, 8).join(', ') })}</p>}
      {silent.length > 0 && (
        <details class="note not-drawn" open={silent.length <= 8}>
          <summary>{silent.length === 1 ? words.notDrawnOne : fill(words.notDrawn, { n: silent.length })}</summary>
          <ul>
            {silent.map((one) => (
              <li data-not-drawn={one.id}>
                {one.id.startsWith(fromTo(one)) ? '' : `${one.id}: `}
                {fromTo(one)}, {one.why === 'zero' ? words.zero : words.missing}
              </li>
            ))}
          </ul>
        </details>
      )}
      {outside > 0 && <p class="note">{fill(words.outside, { n: outside, sum: sums.join(', ') })}</p>}
      {layout !== null && layout.unlabelled > 0 && <p class="note">{fill(words.unlabelled, { n: layout.unlabelled })}</p>}
    </div>
  );
}
