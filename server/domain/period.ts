// The time a screening speaks of, as ISO 8601: a year, quarter, month, day or interval.

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  januar: 1,
  january: 1,
  feb: 2,
  februar: 2,
  february: 2,
  mar: 3,
  mars: 3,
  march: 3,
  apr: 4,
  april: 4,
  mai: 5,
  may: 5,
  jun: 6,
  juni: 6,
  june: 6,
  jul: 7,
  juli: 7,
  july: 7,
  aug: 8,
  august: 8,
  sep: 9,
  sept: 9,
  september: 9,
  okt: 10,
  oct: 10,
  oktober: 10,
  october: 10,
  nov: 11,
  november: 11,
  des: 12,
  dec: 12,
  desember: 12,
  december: 12,
};

const two = (n: number): string => String(n).padStart(2, '0');
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Month number 1..12 of a Norwegian or English month name, or null. */
export const monthNumber = (name: string): number | null => MONTHS[name.toLowerCase().replace(/\.$/, '')] ?? null;

/** `2024-03-14` from day, month and year where that day exists. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2200 || day > daysIn(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** The day of an Excel serial number (1900 system), 1 = 1900-01-01. Only days a screening could speak of, 1955 to 2119. */
export function dateOfExcelSerial(serial: number): string | null {
  if (!(serial >= 20_000 && serial <= 80_000)) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** A date in Norwegian order (14.03.2024, 14/3-24, 14. mars 2024) or ISO; null where it is none. `03/14/2024` can only be month first and is read so. */
export function readDate(text: string): string | null {
  const plain = text.trim().replace(/[T ]\d{1,2}[:.]\d{2}.*$/, '');
  let m = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(plain);
  if (m) return isoDate(Number(m[1]), Number(m[2]), Number(m[3]));
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (m) return isoDate(Number(m[1]), Number(m[2]), Number(m[3]));
  m = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/.exec(plain);
  if (m) {
    const year = fullYear(m[3] ?? '');
    return isoDate(year, Number(m[2]), Number(m[1])) ?? isoDate(year, Number(m[1]), Number(m[2]));
  }
  m = /^(\d{1,2})\.?\s*([a-zæøå]+)\.?\s*,?\s*(\d{4})$/i.exec(plain);
  if (m) return isoDate(Number(m[3]), monthNumber(m[2] ?? '') ?? 0, Number(m[1]));
  return null;
}

/** A year, quarter, month, day or interval as ISO 8601 ("2024", "2024-03", "2024-01-01/2024-06-30"); null where it is none of these. */
export function readPeriod(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  let m = /^(?:år(?:et)?|year|fy|for)?\s?((?:19|20|21)\d{2})(?:[.,]0+)?$/i.exec(plain);
  if (m) return m[1] ?? null;
  m = /^((?:19|20|21)\d{2})[-/.](\d{1,2})$/.exec(plain) ?? null;
  if (m && Number(m[2]) >= 1 && Number(m[2]) <= 12) return `${m[1]}-${two(Number(m[2]))}`;
  m = /^(\d{1,2})[-/.]((?:19|20|21)\d{2})$/.exec(plain);
  if (m && Number(m[1]) >= 1 && Number(m[1]) <= 12) return `${m[2]}-${two(Number(m[1]))}`;
  const month = /^([a-zæøå]+)\.?[ -]?((?:19|20|21)\d{2}|'?\d{2})$/i.exec(plain);
  const number = month ? monthNumber(month[1] ?? '') : null;
  if (month && number !== null) return `${fullYear((month[2] ?? '').replace("'", ''))}-${two(number)}`;
  m =
    /^(?:q|k|kv)\.?\s?([1-4])[ /-]?((?:19|20|21)\d{2})$/i.exec(plain) ??
    /^([1-4])\.?\s?(?:kvartal|kv\.?|quarter)[ /-]?((?:19|20|21)\d{2})$/i.exec(plain);
  if (m) return quarter(Number(m[2]), Number(m[1]));
  m = /^((?:19|20|21)\d{2})[ /-]?(?:q|k|kv)\.?\s?([1-4])$/i.exec(plain);
  if (m) return quarter(Number(m[1]), Number(m[2]));
  m = /^(?:1\.\s?|første |first )?(?:halvår|half(?: of)?) ((?:19|20|21)\d{2})$/i.exec(plain);
  if (m && !/^halvår/i.test(plain)) return `${m[1]}-01-01/${m[1]}-06-30`;
  m = /^(?:2\.\s?|andre |second )(?:halvår|half(?: of)?) ((?:19|20|21)\d{2})$/i.exec(plain);
  if (m) return `${m[1]}-07-01/${m[1]}-12-31`;
  m = /^h([12])[ /-]?((?:19|20|21)\d{2})$/i.exec(plain) ?? null;
  if (m) return m[1] === '1' ? `${m[2]}-01-01/${m[2]}-06-30` : `${m[2]}-07-01/${m[2]}-12-31`;
  const day = readDate(plain);
  if (day !== null) return day;
  return interval(plain);
}

function quarter(year: number, n: number): string {
  const last = n * 3;
  return `${year}-${two(last - 2)}-01/${year}-${two(last)}-${two(daysIn(year, last))}`;
}

function interval(plain: string): string | null {
  const years = /^((?:19|20|21)\d{2}) ?[-–/] ?((?:19|20|21)?\d{2})$/.exec(plain);
  if (years) {
    const from = years[1] ?? '';
    const to = (years[2] ?? '').length === 2 ? `${from.slice(0, 2)}${years[2]}` : (years[2] ?? '');
    return Number(to) > Number(from) ? `${from}-01-01/${to}-12-31` : null;
  }
  for (const mark of [/ ?[–—] ?/, / - /, /\s*\/\s*(?=\d{4}-)/, / (?:til|to|tom\.?|t\.o\.m\.?|through|until) /i, /-/]) {
    const parts = plain.replace(/^(?:fra|from|f\.o\.m\.?|fom) /i, '').split(mark);
    if (parts.length !== 2) continue;
    let [from = '', to = ''] = parts;
    const yearOfEnd = /((?:19|20|21)\d{2})$/.exec(to)?.[1];
    if (yearOfEnd !== undefined && !/\d{4}/.test(from))
      from = /^[a-zæøå.]+$/i.test(from) ? `${from} ${yearOfEnd}` : `${from.replace(/\.?$/, '.')}${yearOfEnd}`;
    const [start, end] = [dayOrMonth(from, 'start'), dayOrMonth(to, 'end')];
    if (start !== null && end !== null && start <= end) return `${start}/${end}`;
  }
  return null;
}

function dayOrMonth(text: string, end: 'start' | 'end'): string | null {
  const day = readDate(text.trim());
  if (day !== null) return day;
  const m = /^([a-zæøå]+)\.? ((?:19|20|21)\d{2})$/i.exec(text.trim());
  const month = m ? monthNumber(m[1] ?? '') : null;
  if (!m || month === null) return null;
  const year = Number(m[2]);
  return `${year}-${two(month)}-${end === 'start' ? '01' : two(daysIn(year, month))}`;
}

/** Days that an ISO 8601 month or interval spans; null for a year and for a single day, which say when, not how long. */
export function daysOfPeriod(iso: string): number | null {
  const month = /^(\d{4})-(\d{2})$/.exec(iso);
  if (month) return daysIn(Number(month[1]), Number(month[2]));
  const [from, to] = iso.split('/');
  if (from === undefined || to === undefined) return null;
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
}

/** The last day of an ISO 8601 year, month, day or interval; null where it is none. */
export function lastDayOf(iso: string): string | null {
  const end = iso.split('/').at(-1) ?? '';
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(end) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return `${year}-12-31`;
  return day === undefined ? `${year}-${month}-${two(daysIn(Number(year), Number(month)))}` : end;
}
