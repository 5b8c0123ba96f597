// What the reader of screenings must know beside the file, made once from the reference tables.
import { spreadsFrom } from '../../domain/spread.ts';
import { unitTableFrom } from '../../domain/units.ts';
import { checkLimitsFrom } from '../../intake/screening/knowledge.ts';
import type { Knowledge } from '../../intake/screening/knowledge.ts';
import { loadReference } from '../../reference/loadReference.ts';
import { loadRows } from '../../reference/loadRows.ts';

let known: Knowledge | null = null;

export function intakeKnowledge(): Knowledge {
  if (known === null) {
    const reference = loadReference();
    known = {
      units: unitTableFrom(reference.units).table,
      spreads: spreadsFrom(reference.spreads),
      limits: checkLimitsFrom(loadRows('intake-checks.csv')),
      wasteCode: (code) => reference.wasteCodes.has(code),
    };
  }
  return known;
}
