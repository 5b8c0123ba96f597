// What to write instead, where a message of intake knows it.
import type { Message } from '../domain/screening.ts';

/** Texts by the field of the record they belong to. */
export type Repair = readonly { readonly field: string; readonly text: string }[];

const NONE: Repair = [];

type Values = Message['values'];
const one = (field: string, name: string) => (values: Values) =>
  textOf(values, name) === null ? NONE : [{ field, text: textOf(values, name) ?? '' }];
const textOf = (values: Values, name: string): string | null => (values[name] === undefined ? null : String(values[name]));

type Maker = (values: Values, found: string) => Repair;

/** By message code. Numbers carry a decimal point; whoever shows them in a grid writes them as its language does. */
const REPAIRS: Readonly<Record<string, Maker>> = {
  // Only the part that is not known is another: `tonnn/år` is meant as `tonn/år`.
  'unit.unknown.near': (values, found) => {
    const [part, suggestion] = [textOf(values, 'part') ?? '', textOf(values, 'suggestion') ?? ''];
    return suggestion === ''
      ? NONE
      : [{ field: 'unit', text: part !== '' && found.includes(part) ? found.replace(part, suggestion) : suggestion }];
  },
  'quantity.negative': one('quantity', 'positive'),
  'check.water.kelvin': one('temperature', 'celsius'),
  'wasteCode.repaired': one('category', 'code'),
  'check.large': one('unit', 'smaller'),
  // The amount is repaired in the unit that the year is counted in.
  'check.outlier': (values) =>
    values['repaired'] === undefined || values['unit'] === undefined
      ? NONE
      : [
          { field: 'quantity', text: String(values['repaired']) },
          { field: 'unit', text: `${values['unit']}/år` },
        ],
};

/** Empty where only a person can know. */
export const repairOf = ({ code, values, found }: Pick<Message, 'code' | 'values' | 'found'>): Repair =>
  REPAIRS[code]?.(values, found ?? '') ?? NONE;
