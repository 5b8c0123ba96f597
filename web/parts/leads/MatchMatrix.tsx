// Matches as a matrix of two sides: a table that is a picture, walked with the arrow keys.
import { useEffect, useRef, useState } from 'preact/hooks';
import { money } from '../../state/format.ts';
import type { Matrix } from '../../state/matchMatrix.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Props = { matrix: Matrix; title: string; onOpen: (row: string, column: string) => void };

/** Shades of a cell, besides the number that stands in it. */
const SHADES = 5;
/** A value counts by its order of size: matches differ by a factor of a thousand. */
const shadeOf = (best: number | null, most: number): number =>
  best === null || best <= 0 || most <= 1 ? 1 : Math.max(1, Math.round((SHADES * Math.log1p(best)) / Math.log1p(most)));

export function MatchMatrix({ matrix, title, onOpen }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const walked = useRef(false);
  const grid = useRef<HTMLTableElement>(null);
  const [row, column] = [Math.min(at[0], matrix.rows.length - 1), Math.min(at[1], matrix.columns.length - 1)];
  useEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    walked.current = false;
  }, [row, column]);
  const name = (from: string, to: string, rowKey: string, columnKey: string): string => {
    const cell = matrix.cell(rowKey, columnKey);
    if (cell === null) return fill(words.matrixCellNo, { from, to, count: 0 });
    return cell.best === null
      ? fill(words.matrixCellNo, { from, to, count: cell.count })
      : fill(words.matrixCell, { from, to, count: cell.count, value: money(cell.best, language) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const [rows, columns] = [matrix.rows.length - 1, matrix.columns.length - 1];
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, columns],
      PageUp: [0, column],
      PageDown: [rows, column],
    };
    const [rowKey, columnKey] = [matrix.rows[row]?.key, matrix.columns[column]?.key];
    const next = to[event.key];
    if (next !== undefined) {
      walked.current = true;
      setAt([Math.min(rows, Math.max(0, next[0])), Math.min(columns, Math.max(0, next[1]))]);
    } else if ((event.key === 'Enter' || event.key === ' ') && rowKey !== undefined && columnKey !== undefined) onOpen(rowKey, columnKey);
    else return;
    event.preventDefault();
  };
  return (
    <figure>
      <figcaption>
        {words.matrixHelp} {matrix.cut && fill(words.matrixCut, { count: Math.max(matrix.rows.length, matrix.columns.length) })}
      </figcaption>
      <div class="scroll">
        <table class="matrix" role="grid" aria-label={title} ref={grid} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col">
                {words.matrixRows} ↓ <span class="quiet">{words.matrixColumns} →</span>
              </th>
              {matrix.columns.map((one) => (
                <th key={one.key} scope="col" class="turned">
                  <span>{one.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((from, i) => (
              <tr key={from.key}>
                <th scope="row">{from.name}</th>
                {matrix.columns.map((to, k) => {
                  const cell = matrix.cell(from.key, to.key);
                  return (
                    <td
                      key={to.key}
                      tabIndex={i === row && k === column ? 0 : -1}
                      aria-label={name(from.name, to.name, from.key, to.key)}
                      title={name(from.name, to.name, from.key, to.key)}
                      class={cell === null ? '' : `shade-${shadeOf(cell.best, matrix.most)}`}
                      onFocus={() => setAt([i, k])}
                      onClick={() => cell !== null && onOpen(from.key, to.key)}
                    >
                      {cell?.count ?? ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
