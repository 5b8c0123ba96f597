// A column of cells to numbers: which decimal mark does it use, and what is each cell?

export type Mark = ',' | '.';
export type Cell = { readonly is: 'number'; readonly value: number } | { readonly is: 'missing' } | { readonly is: 'wrong' };

const MISSING = /^(|-|–|—|\?|n\/?a|na|null|ukjent|unknown|mangler|missing|ikke oppgitt)$/i;
const SPACES = /[\s\u00a0\u202f\u2009']/g;
/** Spaces group digits by three; `3 4` is two numbers, not 34. */
const GROUPED_BY_SPACE = /^[+\-−]?\s*[1-9]\d{0,2}(?:[\s\u00a0\u202f\u2009']\d{3})*(?:[.,]\d*)?$/;

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
  // Where cells show both, each is read as it can only be meant; one that could be either stays in doubt.
  const open = comma > 0 && point > 0 ? doubtful : null;
  if (comma > point) return { mark: ',', doubtful: open };
  if (point > comma) return { mark: '.', doubtful: open };
  const mark = delimiter === ',' || doubtful === null || doubtful.includes('.') ? '.' : ',';
  return { mark, doubtful: delimiter === ',' ? null : doubtful };
}

/** A cell that is no number with the mark of its column, as `1,5` among decimal points, but is one with the other mark, is that one. */
export function readAmount(raw: string, mark: Mark): Cell {
  const text = raw.trim();
  if (MISSING.test(text)) return { is: 'missing' };
  if (/\d.*[\s\u00a0\u202f\u2009'].*\d/.test(text) && !GROUPED_BY_SPACE.test(text)) return { is: 'wrong' };
  const own = readWith(text, mark);
  return own.is === 'number' ? own : readWith(text, mark === ',' ? '.' : ',');
}

function readWith(text: string, mark: Mark): Cell {
  const plain = text.replaceAll(SPACES, '').replace('−', '-');
  const point = mark === ',' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  // Grouping marks only where groups of three stand; `1.2.3` is no number.
  const grouped =
    mark === ','
      ? /\./.test(plain) && !/^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(plain)
      : /,/.test(plain) && !/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain);
  if (grouped || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(point)) return { is: 'wrong' };
  const value = Number(point);
  return Number.isFinite(value) ? { is: 'number', value } : { is: 'wrong' };
}
