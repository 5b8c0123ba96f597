// What a physics check is: it sees the rows one by one and has something to say of one, or at the end of all.
import type { Message, ScreeningRow } from '../../../domain/screening.ts';

export type Check = {
  readonly row?: (row: ScreeningRow, say: (message: Message) => void) => void;
  readonly finish?: () => readonly Message[];
};
