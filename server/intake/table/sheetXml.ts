// What a workbook's XML tells beside the values: sheet names and states, merged cells, and the error cells and uncomputed formulas that the
// reader of values leaves out.

export type SheetPlace = { readonly name: string; readonly hidden: boolean; readonly path: string };
export type CellPlace = { readonly row: number; readonly column: number };
export type OddCell = CellPlace & { readonly text: string; readonly formula: boolean };
export type MergedArea = { readonly from: CellPlace; readonly to: CellPlace; readonly name: string };

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : unescapeXml(found[1] ?? found[2] ?? '');
};

/** Sheets in the workbook's order, with the path of each one's XML. */
export function sheetsOf(workbookXml: string, relationsXml: string): SheetPlace[] {
  const targets = new Map<string, string>();
  for (const [tag] of relationsXml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const target = attribute(tag, 'Target') ?? '';
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return Array.from(workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g), ([tag]) => ({
    name: attribute(tag, 'name') ?? '',
    hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
    path: targets.get(attribute(tag, 'id') ?? '') ?? '',
  }));
}

/** `B3` is row 3, column 2. */
export function cellPlace(address: string): CellPlace | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (found === null) return null;
  let column = 0;
  for (const letter of found[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]), column };
}

/** Error cells such as #REF!, and formulas whose result was never stored. */
export function oddCellsOf(sheetXml: string): OddCell[] {
  const odd: OddCell[] = [];
  for (const [, tag = '', inside = ''] of sheetXml.matchAll(/<(?:\w+:)?c\b([^>]*[^>/])>(.*?)<\/(?:\w+:)?c>/gs)) {
    const isError = / t=["']e["']/.test(tag);
    const hasFormula = inside.includes('<f') || inside.includes(':f');
    if (!isError && !hasFormula) continue;
    const place = cellPlace(attribute(` ${tag}`, 'r') ?? '');
    if (place === null) continue;
    const value = /<(?:\w+:)?v>([^<]*)<\/(?:\w+:)?v>/.exec(inside)?.[1] ?? '';
    if (isError) odd.push({ ...place, text: value === '' ? '#REF!' : unescapeXml(value), formula: false });
    else if (value === '' && !/<(?:\w+:)?(?:v\b|is\b)/.test(inside)) {
      const formula = /<(?:\w+:)?f\b[^>]*>([^<]*)<\//.exec(inside)?.[1] ?? '';
      odd.push({ ...place, text: `=${unescapeXml(formula)}`, formula: true });
    }
  }
  return odd;
}

/** Formats of Excel's own that show a share as per cent. */
const PERCENT_FORMATS = ['9', '10'];

/** Styles, by their number in the cells, that show a number as per cent: 0.22 reads `22 %` on the screen. */
export function percentStylesOf(stylesXml: string): ReadonlySet<string> {
  const formats = new Set(PERCENT_FORMATS);
  for (const [tag] of stylesXml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const code = (attribute(tag, 'formatCode') ?? '').replace(/"[^"]*"|\\./g, '');
    if (code.includes('%')) formats.add(attribute(tag, 'numFmtId') ?? '');
  }
  const inCells = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(stylesXml)?.[0] ?? '';
  const styles = Array.from(inCells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g), ([tag]) => attribute(tag, 'numFmtId') ?? '');
  return new Set(styles.flatMap((format, at) => (formats.has(format) ? [String(at)] : [])));
}

/** The cells that have one of the styles. */
export function cellsOfStyles(sheetXml: string, styles: ReadonlySet<string>): CellPlace[] {
  if (styles.size === 0) return [];
  const places: CellPlace[] = [];
  for (const [, tag = ''] of sheetXml.matchAll(/<(?:\w+:)?c(\s[^>]*)>/g)) {
    if (!styles.has(attribute(tag, 's') ?? '')) continue;
    const place = cellPlace(attribute(tag, 'r') ?? '');
    if (place !== null) places.push(place);
  }
  return places;
}

export function mergedAreasOf(sheetXml: string): MergedArea[] {
  const areas: MergedArea[] = [];
  for (const [tag] of sheetXml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)) {
    const name = attribute(tag, 'ref') ?? '';
    const [from, to] = name.split(':').map(cellPlace);
    if (from !== undefined && from !== null && to !== undefined && to !== null) areas.push({ from, to, name });
  }
  return areas;
}
