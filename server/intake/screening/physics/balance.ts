// More mass or energy out of a process than into it.
import { companyKey } from '../../../domain/identity.ts';
import type { Message } from '../../../domain/screening.ts';
import { note } from '../note.ts';
import type { CheckLimits } from '../knowledge.ts';
import type { Check } from './check.ts';

type Sums = {
  sheet: string | null;
  line: number;
  company: string;
  process: string;
  into: Record<'t' | 'MWh', number>;
  out: Record<'t' | 'MWh', number>;
  otherInto: boolean;
};

export function balanceCheck(limits: CheckLimits): Check {
  const groups = new Map<string, Sums>();
  let rows = 0;
  return {
    row(row) {
      // A file this long is a register, not the screening of one cluster: parts of sums would mislead.
      if (++rows > limits.outlierRows) return;
      const { annual } = row;
      if (annual === null || annual.likely === null) return;
      const key = `${companyKey({ orgNumber: row.orgNumber, name: row.company, municipality: row.municipality })}|${row.process ?? ''}|${row.period ?? ''}`;
      let sums = groups.get(key);
      if (sums === undefined) {
        groups.set(
          key,
          (sums = {
            sheet: row.sheet,
            line: row.line,
            company: row.company,
            process: row.process ?? '',
            into: { t: 0, MWh: 0 },
            out: { t: 0, MWh: 0 },
            otherInto: false,
          }),
        );
      }
      if (annual.unit === 't' || annual.unit === 'MWh') sums[row.direction === 'in' ? 'into' : 'out'][annual.unit] += annual.likely;
      else if (row.direction === 'in' && annual.unit !== 'h' && annual.unit !== 'pcs') sums.otherInto = true;
    },
    finish() {
      const messages: Message[] = [];
      if (rows > limits.outlierRows) return messages;
      for (const { sheet, line, company, process, into, out, otherInto } of groups.values()) {
        // Wood, water and gas come in by volume: then the sum of tonnes tells nothing.
        const units = otherInto ? [] : into.t > 0 ? (['t'] as const) : (['MWh'] as const);
        for (const unit of units) {
          if (!(into[unit] > 0) || out[unit] <= into[unit] * limits.balanceRatio) continue;
          messages.push(
            note('check.balance', 'warning', {
              sheet,
              line,
              found: process === '' ? company : `${company}, ${process}`,
              values: { into: Number(into[unit].toPrecision(4)), out: Number(out[unit].toPrecision(4)), unit },
            }),
          );
        }
      }
      return messages;
    },
  };
}
