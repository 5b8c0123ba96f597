// What the reader of screenings must know beside the file, made once from the reference tables.
import { spreadsFrom } from '../../domain/spread.ts';
import { unitTableFrom } from '../../domain/units.ts';
import { checkLimitsFrom } from '../../intake/screening/knowledge.ts';
import type { Knowledge } from '../../intake/screening/knowledge.ts';
import { loadRows } from '../../reference/loadRows.ts';

let known: Knowledge | null = null;

export function intakeKnowledge(): Knowledge {
  if (known === null) {
    // Only what reading needs: a thread that reads a file knows nothing of matching, and starts in half the time.
    const wasteCodes = new Set(loadRows('waste-codes.csv').map(({ code = '' }) => code.replaceAll(' ', '')));
    known = {
      units: unitTableFrom(loadRows('units.csv')).table,
      spreads: spreadsFrom(loadRows('spreads.csv')),
      limits: checkLimitsFrom(loadRows('intake-checks.csv')),
      wasteCode: (code) => wasteCodes.has(code),
    };
  }
  return known;
}
