// A column of cells to numbers: which decimal mark does it use, and what is each cell?

export type Mark = ',' | '.';
export type Cell = { readonly is: 'number'; readonly value: number } | { readonly is: 'missing' } | { readonly is: 'wrong' };

const MISSING = /^(|-|–|—|\?|n\/?a|na|null|ukjent|unknown|mangler|missing|ikke oppgitt)$/i;
const SPACES = /[\s\u00a0\u202f\u2009']/g;

/**
 * The decimal mark of a column, with whether a cell could be read both ways (`1.234` alone). A file with commas between its columns writes
 * decimal points unless its cells show otherwise.
 */
export function decimalMark(cells: readonly string[], delimiter: string | null): { readonly mark: Mark; readonly doubtful: string | null } {
  let comma = 0;
  let point = 0;
  let doubtful: string | null = null;
  for (const raw of cells) {
    const cell = raw.replaceAll(SPACES, '');
    if (!/^[+\-−]?[\d.,]*\d[\d.,]*(e[+-]?\d+)?$/i.test(cell)) continue;
    const [lastComma, lastPoint] = [cell.lastIndexOf(','), cell.lastIndexOf('.')];
    if (lastComma >= 0 && lastPoint >= 0) {
      if (lastComma > lastPoint) comma++;
      else point++;
      continue;
    }
    const at = Math.max(lastComma, lastPoint);
    if (at < 0) continue;
    const mark = lastComma >= 0 ? ',' : '.';
    const several = cell.indexOf(mark) !== at;
    const grouped = /^[+\-−]?[1-9]\d{0,2}([.,]\d{3})+$/.test(cell);
    if (!several && grouped) doubtful ??= raw.trim();
    // Several of one mark group the digits: the decimal mark is the other one.
    else if ((mark === ',') === several) point++;
    else comma++;
  }
  if (comma > point) return { mark: ',', doubtful: null };
  if (point > comma) return { mark: '.', doubtful: null };
  const mark = delimiter === ',' || doubtful === null || doubtful.includes('.') ? '.' : ',';
  return { mark, doubtful: delimiter === ',' ? null : doubtful };
}

export function readAmount(raw: string, mark: Mark): Cell {
  const text = raw.trim();
  if (MISSING.test(text)) return { is: 'missing' };
  const plain = text.replaceAll(SPACES, '').replace('−', '-');
  const point = mark === ',' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  // Grouping marks only where groups of three stand; `1.2.3` is no number.
  const grouped =
    mark === ','
      ? /\./.test(plain) && !/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)
      : /,/.test(plain) && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  if (grouped || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(point)) return { is: 'wrong' };
  const value = Number(point);
  return Number.isFinite(value) ? { is: 'number', value } : { is: 'wrong' };
}
