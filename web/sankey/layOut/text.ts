// How wide is a text, and how does it break into lines? Widths of Arial (Liberation Sans and Helvetica have the same), so that the layout needs
// no page and is the same everywhere; a page whose font is wider says so with `textScale`.

/** Thousandths of the font size, characters of one width together. */
const WIDTHS: Readonly<Record<number, string>> = {
  191: "'",
  222: 'ijlíìîï',
  260: '|',
  278: ' !,./:;I[\\]ft\u00a0\u202fÍÌ·',
  333: '()-r`{}°²³₂₃',
  355: '"',
  389: '*',
  469: '^',
  500: 'cksvxyzJçšžý',
  556: '0123456789#$?L_abdeghnopquåäáàâãéèêëóòôöõúùûüñ–',
  584: '+<=>~≠±×÷−',
  611: 'FTZøđ',
  667: 'ABEKPSVXY&ÅÄÁÀÉÈÊŠ',
  722: 'CDHNRUwÐŊÜ',
  778: 'GOQÖØÓÒ',
  833: 'Mm',
  889: '%æ',
  944: 'W',
  1000: 'Æ…→←—',
  1015: '@',
};
const width = new Map(Object.entries(WIDTHS).flatMap(([w, characters]) => Array.from(characters).map((c) => [c, Number(w)] as const)));
/** Characters that are not in the table: most are narrower than this, those of East Asia and pictures are square. */
const UNKNOWN = 620;
const SQUARE = 1050;
/** Kerning, hinting and rounding to pixels. */
const MARGIN = 1.03;
export const LINE = 1.22;
/** Height of a line's box over the font size, and the part of it above the baseline. */
export const BOX = 1.2;
export const ASCENT = 0.95;

export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const c of text) sum += width.get(c) ?? ((c.codePointAt(0) ?? 0) > 0x2e80 ? SQUARE : UNKNOWN);
  return (sum / 1000) * size * MARGIN;
}

/** The longest beginning that fits, with an ellipsis; the whole text where it fits. */
export function shortened(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  const characters = Array.from(text);
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(`${characters.slice(0, middle).join('').trimEnd()}…`, size) <= room) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}

/** Lines no wider than `room`, at most `most`; what does not fit is cut with an ellipsis in the last. Long words are broken. */
export function wrapped(text: string, room: number, size: number, most: number): string[] {
  const pieces = text.trim().split(/(?<=[ \t\n/\-–])/u);
  const lines: string[] = [];
  let line = '';
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] ?? '';
    if (textWidth((line + piece).trimEnd(), size) <= room) {
      line += piece;
      continue;
    }
    if (lines.length + 1 >= most) {
      lines.push(shortened(line + pieces.slice(i).join(''), room, size));
      return lines;
    }
    if (line !== '') {
      lines.push(line.trimEnd());
      line = '';
      i--;
      continue;
    }
    const head = broken(piece, room, size);
    lines.push(`${head}-`);
    pieces[i] = piece.slice(head.length);
    i--;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length > 0 ? lines : [''];
}

/** Letters that a break may step back to come before one consonant and a vowel, where a syllable begins: Biogassan-legg. */
const STEP_BACK = 4;

/** No piece shorter than three letters is left for the next line. */
function broken(word: string, room: number, size: number): string {
  const characters = Array.from(word);
  let n = 1;
  while (n < characters.length - 1 && textWidth(`${characters.slice(0, n + 1).join('')}-`, size) <= room) n++;
  const most = Math.max(1, Math.min(n, characters.length - 3));
  const isVowel = (i: number): boolean => /[aeiouyæøåäöüéèêáàóòô]/iu.test(characters[i] ?? '');
  for (let at = most; at > Math.max(2, most - STEP_BACK); at--)
    if (!isVowel(at) && isVowel(at + 1)) return characters.slice(0, at).join('');
  return characters.slice(0, most).join('');
}
