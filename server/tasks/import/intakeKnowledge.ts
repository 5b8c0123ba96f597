// What the reader of screenings must know beside the file, made once from the reference tables.
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { spreadsFrom } from '../../domain/spread.ts';
import { unitTableFrom } from '../../domain/units.ts';
import { checkLimitsFrom } from '../../intake/screening/knowledge.ts';
import type { Knowledge } from '../../intake/screening/knowledge.ts';
import { loadRows } from '../../reference/loadRows.ts';

/** Plain data, so that a thread can be given it: a copy takes a hundredth of the time that reading the tables does. */
type Tables = Omit<Knowledge, 'wasteCode'> & { readonly wasteCodes: ReadonlySet<string> };

/** Under which name threads that are started later find what this one knows. */
const SHARED = 'flytkart intake tables';

let known: Knowledge | null = null;

function readTables(): Tables {
  // Only what reading needs: a thread that reads a file knows nothing of matching, and starts in half the time.
  return {
    units: unitTableFrom(loadRows('units.csv')).table,
    spreads: spreadsFrom(loadRows('spreads.csv')),
    limits: checkLimitsFrom(loadRows('intake-checks.csv')),
    wasteCodes: new Set(loadRows('waste-codes.csv').map(({ code = '' }) => code.replaceAll(' ', ''))),
  };
}

/** Read once in a process: threads that are started after it get a copy. */
export function intakeKnowledge(): Knowledge {
  if (known === null) {
    // Nobody else writes under this name.
    const shared = getEnvironmentData(SHARED) as Tables | undefined;
    const { wasteCodes, ...tables } = shared ?? readTables();
    if (shared === undefined) setEnvironmentData(SHARED, { ...tables, wasteCodes });
    known = { ...tables, wasteCode: (code) => wasteCodes.has(code) };
  }
  return known;
}
