// A change in words. Pure.
import type { MeetingStart } from '../../../server/contract/scenarios.ts';
import type { Change } from '../../../server/domain/scenario.ts';
import { number } from '../../state/format.ts';
import type { MeetingWords } from '../../words/meeting.ts';
import { fill } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

export function changeText(change: Change, start: MeetingStart, words: MeetingWords, language: Language): string {
  const flowOf = (id: string): string => {
    const flow = start.flows.find((one) => one.id === id);
    return flow === undefined ? id : `${flow.company_name}: ${flow.words}`;
  };
  switch (change.kind) {
    case 'temperature':
      return fill(words.told.temperature, { flow: flowOf(change.flow), to: number(change.to, language) });
    case 'amount':
      return fill(words.told.amount, { flow: flowOf(change.flow), times: number(change.times, language) });
    case 'price':
      return fill(words.told.price, {
        lever: start.levers.find(({ id }) => id === change.lever)?.name ?? change.lever,
        times: number(change.times, language),
      });
    case 'leaves':
      return fill(words.told.leaves, { company: start.companies.find(({ id }) => id === change.company)?.name ?? change.company });
    case 'joins':
      return fill(words.told.joins, { company: change.company.name });
  }
}
