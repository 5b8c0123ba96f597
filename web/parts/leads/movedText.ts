// A deciding value that moved, as a sentence.
import type { MovedShown } from '../../../server/contract/leads.ts';
import { amount, money, number } from '../../state/format.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { WORDS, fill } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

export function movedText(moved: MovedShown, language: Language): string {
  const words = LEAD_WORDS[language];
  const value = (one: MovedShown['from']): string => {
    if (one === null) return words.unknown;
    if (typeof one === 'string') return WORDS[language].verdict[one as keyof (typeof WORDS)['nb']['verdict']] ?? one;
    if (moved.field === 'nok') return money(one, language);
    if (moved.field === 'co2') return `${number(one, language, 2)} t`;
    return moved.field === 'distance' ? `${number(one, language, 2)} km` : amount(one, moved.unit ?? '', language);
  };
  const name = words.fields[moved.field];
  const field = moved.what === 'check' ? fill(words.checkOf, { field: name }) : name;
  const text = fill(words.moved, { field, from: value(moved.from), to: value(moved.to) });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
