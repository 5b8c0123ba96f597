// Judges what an import said of a difficult file by fixtures/nasty/expected.json and its conventions: every fault as a sentence, none when all is right.
import type { FileAnswer, ImportMessage, RowAnswer } from '../../server/contract/importAnswer.ts';

type Value = unknown;
type ExpectedValue = { row: number; line: number; field: string; value: Value; unit?: string; or?: Value[] };
type Mention = { line?: number; text: string[] };
export type Expected = {
  file: string;
  encoding: string;
  delimiter: string;
  outcome: FileAnswer['outcome'];
  rows_ok: number;
  rows_rejected: number;
  rows_skipped: number;
  values: ExpectedValue[];
  must_mention: Mention[];
  may_keep?: { line: number; field: string; value: Value }[];
};

const folded = (text: string): string => text.toLowerCase().replaceAll(/[\s.,_-]/g, '');
/** Units are the same however they are written. */
function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string): string =>
    folded(unit)
      .replaceAll(/peryear|prår|perår|\/year|\/år|årlig/g, '/y')
      .replaceAll(/tonnes?|tons?/g, 'tonn')
      .replaceAll('m3', 'm³')
      .replaceAll(/^nok|^kr/g, 'kr')
      .replaceAll(/per|pr/g, '/')
      .replaceAll('timer', 'h');
  return plain(a) === plain(b);
}

function shown(row: RowAnswer, field: string): Value {
  const value = Object.entries(row).find(([name]) => name === field)?.[1] ?? null;
  if (field === 'quantity' && typeof value === 'object' && value !== null && 'value' in value) return value.value;
  return value;
}

function same(field: string, found: Value, wanted: Value): boolean {
  if (field === 'category') return folded(String(found)) === folded(String(wanted));
  return JSON.stringify(found) === JSON.stringify(wanted);
}

export function faults(expected: Expected, answer: FileAnswer): string[] {
  const said: string[] = [];
  const equal = (what: string, found: Value, wanted: Value): void => {
    if (found !== wanted) said.push(`${what}: ${JSON.stringify(found)}, ${JSON.stringify(wanted)} is right`);
  };
  equal('outcome', answer.outcome, expected.outcome);
  equal('encoding', answer.encoding, expected.encoding);
  equal('delimiter', answer.delimiter, expected.delimiter);
  equal('rows_ok', answer.rows_ok, expected.rows_ok);
  equal('rows_rejected', answer.rows_rejected, expected.rows_rejected);
  equal('rows_skipped', answer.rows_skipped, expected.rows_skipped);
  equal('rows_read', answer.rows_read, answer.rows_ok + answer.rows_rejected + answer.rows_skipped);
  for (const { line, field, value, or = [], unit } of expected.values) {
    const row = (answer.rows ?? []).find((one) => one.line === line);
    if (row === undefined) {
      said.push(`line ${line} is missing`);
      continue;
    }
    const found = shown(row, field);
    if (![value, ...or].some((wanted) => same(field, found, wanted)))
      said.push(`line ${line}, ${field}: ${JSON.stringify(found)}, ${JSON.stringify(value)} is right`);
    if (unit !== undefined && field === 'quantity' && !sameUnit(row.unit ?? '', unit))
      said.push(`line ${line}, unit: ${row.unit}, ${unit} is right`);
  }
  for (const { line, text } of expected.must_mention)
    if (!answer.messages.some((message) => mentions(message, line, text))) said.push(`line ${line}: nothing says ${text.join(' and ')}`);
  return said;
}

function mentions({ text, header, found, lines }: ImportMessage, line: number | undefined, wanted: readonly string[]): boolean {
  if (line !== undefined && !lines.includes(line)) return false;
  const whole = `${text} ${header ?? ''} ${found ?? ''}`.toLowerCase();
  return wanted.every((variants) => variants.split('|').some((one) => whole.includes(one.toLowerCase())));
}
