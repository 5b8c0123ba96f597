// EAL (EWC) codes as Excel and people leave them: `20 01 11*`, `20.01.11`, `200111`, `20111`, `20.01.2011`.

/** `repaired`: how the code had been damaged; null where it was whole. `code` null: no code can be read. */
export type WasteCodeReading = {
  readonly code: string | null;
  readonly repaired: 'leadingZero' | 'date' | 'number' | 'several' | null;
  /** False where the list of waste holds no such code; true also where no list was handed in. */
  readonly listed: boolean;
  /** The star that the list sets on hazardous waste stood behind it. */
  readonly star: boolean;
};

const NONE: WasteCodeReading = { code: null, repaired: null, listed: true, star: false };

/** Reads a cell; null where it says nothing. `known`: six digits -> whether the list has it. */
export function readWasteCode(text: string, known: (code: string) => boolean): WasteCodeReading | null {
  const plain = text.trim();
  if (plain === '' || /^(?:-+|–|nei|ingen|ukjent|n\/?a|ikke avfall|none|\?|x|ikke aktuelt|i\/a)$/i.test(plain)) return null;
  const read = (code: string, repaired: WasteCodeReading['repaired'], star = false): WasteCodeReading => ({
    code,
    repaired,
    listed: known(code),
    star,
  });
  // 20.01.2011 and 2011-01-20 are what Excel makes of 20.01.11.
  let m = /^(\d{1,2})[./-](\d{1,2})[./-](?:19|20)(\d{2})$/.exec(plain);
  if (m) return read(pad(m[1]) + pad(m[2]) + (m[3] ?? ''), 'date');
  m = /^(?:19|20)(\d{2})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(plain);
  if (m) return read((m[3] ?? '') + (m[2] ?? '') + (m[1] ?? ''), 'date');
  m = /^(\d)[.,](\d+)[eE]\+?0?([45])$/.exec(plain);
  if (m) {
    const digits = String(Math.round(Number(`${m[1]}.${m[2]}e${m[3]}`)));
    return digits.length === 6 ? read(digits, 'number') : read(`0${digits}`, 'leadingZero');
  }
  const all = [...plain.matchAll(/(?<!\d)(\d{2})[ .\u00a0\u202f-]?(\d{2})[ .\u00a0\u202f-]?(\d{2})(?!\d)\s*(\*?)/g)].map((one) => ({
    code: `${one[1]}${one[2]}${one[3]}`,
    star: one[4] === '*',
  }));
  const first = all[0];
  if (first !== undefined) {
    const listed = all.find(({ code }) => known(code)) ?? first;
    const several = new Set(all.map(({ code }) => code)).size > 1;
    return read(listed.code, several ? 'several' : /^\d{6}[.,]0+$/.test(plain) ? 'number' : null, listed.star);
  }
  m = /^(\d)[ .]?(\d{2})[ .]?(\d{2})(?:[.,]0+)?\s*\*?$/.exec(plain);
  if (m) return read(`0${m[1]}${m[2]}${m[3]}`, 'leadingZero', plain.endsWith('*'));
  m = /^(\d{1,2})[ .-](\d{1,2})[ .-](\d{1,2})\s*\*?$/.exec(plain);
  if (m) return read(pad(m[1]) + pad(m[2]) + pad(m[3]), 'leadingZero', plain.endsWith('*'));
  return NONE;
}

const pad = (text: string | undefined): string => (text ?? '').padStart(2, '0');
