// A quantity cell: the amount as stated, the unit and dry matter that may stand in the same cell, and what is to be said of it.
import type { Severity } from '../../domain/screening.ts';
import type { Stated } from '../../domain/quantity.ts';
import type { ScreeningMessageCode } from './messageTexts.ts';
import { readDigits } from './readDigits.ts';
import type { Decimal } from './readDigits.ts';
import { readNumber } from './readNumber.ts';
import { showStated } from './cellContext.ts';

export type QuantityCell = {
  readonly stated: Stated | null;
  /** Text behind the number, without dry matter: mostly a unit. */
  readonly rest: string;
  readonly before: string;
  /** Dry matter share 0..1 told in the cell. */
  readonly dryShare: number | null;
  /** Error: the row cannot come in. Warning: it comes in without, or with the amount as read. */
  readonly remark: {
    readonly code: ScreeningMessageCode;
    readonly severity: Severity;
    readonly values: Readonly<Record<string, string | number>>;
  } | null;
  /** The cell proves this mark, against the column's hypothesis. */
  readonly against: boolean;
  /** Two readings and no hypothesis. */
  readonly undecided: boolean;
};

const DRY = /[(,;]?\s*(?:à|a|med|@|,)?\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*(?:TS|tørrstoff|DM|dry matter)\b\)?/i;

const nothing = (code: ScreeningMessageCode, severity: Severity, values: Readonly<Record<string, string | number>> = {}): QuantityCell => ({
  stated: null,
  rest: '',
  before: '',
  dryShare: null,
  remark: { code, severity, values },
  against: false,
  undecided: false,
});

export const BLANK: QuantityCell = { stated: null, rest: '', before: '', dryShare: null, remark: null, against: false, undecided: false };

/** Reads a cell of an amount. `decimal`: the column's hypothesis; `canonical`: the cell is a number in its workbook. */
export function readQuantity(text: string, decimal: Decimal | null, canonical: boolean): QuantityCell {
  if (canonical) {
    const value = Number(text);
    if (Number.isFinite(value))
      return value < 0 ? nothing('quantity.negative', 'error', { positive: -value }) : { ...BLANK, stated: { value } };
  }
  const dry = DRY.exec(text);
  const dryShare = dry ? (readDigits(dry[1] ?? '')?.value ?? 0) / 100 : null;
  const plain = dry ? text.replace(DRY, ' ').trim() : text;
  // `22 % TS` alone is no amount.
  if (dry && plain.replace(/[()\s]/g, '') === '') return { ...nothing('quantity.share', 'warning'), dryShare };
  const reading = readNumber(plain, false);
  switch (reading.kind) {
    case 'blank':
      return BLANK;
    case 'unknown':
      return nothing('quantity.unknown', 'warning');
    case 'excelError':
      return nothing('quantity.excelError', 'warning');
    case 'date':
      return nothing('quantity.date', 'error');
    case 'negative':
      return nothing('quantity.negative', 'error', { positive: -reading.value });
    case 'reversed':
      return nothing('quantity.reversed', 'error');
    case 'twoUnits':
      return nothing('quantity.twoUnits', 'error');
    case 'text':
      return nothing('quantity.text', 'error');
    default: {
      // `50 %` of something is no amount of it.
      if (reading.rest.startsWith('%')) return nothing('quantity.share', 'warning');
      const thousands = reading.other !== null && decimal !== null && reading.mark !== decimal;
      return {
        stated: reading.other !== null && thousands ? reading.other : reading.stated,
        rest: reading.rest,
        before: reading.before,
        dryShare: dryShare !== null && dryShare > 0 && dryShare <= 1 ? dryShare : null,
        remark:
          reading.short === undefined
            ? null
            : {
                code: 'quantity.shortRange',
                severity: 'warning',
                values: { read: showStated(reading.stated), other: showStated(reading.short) },
              },
        against: reading.evidence !== null && decimal !== null && reading.evidence !== decimal,
        undecided: reading.other !== null && decimal === null,
      };
    }
  }
}
