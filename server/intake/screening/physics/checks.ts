// All physics checks of one table.
import type { Message, ScreeningRow } from '../../../domain/screening.ts';
import type { TableHead } from '../../table/types.ts';
import type { Knowledge } from '../knowledge.ts';
import { balanceCheck } from './balance.ts';
import { energyCheck } from './energy.ts';
import { outlierCheck } from './outliers.ts';
import { peakCheck } from './peak.ts';
import { waterTemperatureCheck } from './waterTemperature.ts';

export type Checks = { readonly row: (row: ScreeningRow, messages: Message[]) => void; readonly finish: () => readonly Message[] };

export function createChecks(knowledge: Knowledge, head: TableHead): Checks {
  const { limits, units } = knowledge;
  const checks = [
    energyCheck(limits, units, head),
    peakCheck(limits, units, head),
    waterTemperatureCheck(limits),
    balanceCheck(limits),
    outlierCheck(limits),
  ];
  const eachRow = checks.flatMap(({ row }) => (row === undefined ? [] : [row]));
  let into: Message[] = [];
  const say = (message: Message): void => void into.push(message);
  return {
    row(row, messages) {
      into = messages;
      for (const check of eachRow) check(row, say);
    },
    finish: () => checks.flatMap(({ finish }) => finish?.() ?? []),
  };
}
