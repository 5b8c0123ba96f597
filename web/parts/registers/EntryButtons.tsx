// Change or remove an entry of a register.
import type { RegisterEntryShown } from '../../../server/contract/registers.ts';
import { REGISTER_WORDS } from '../../words/registers.ts';
import { useLanguage } from '../../words/words.ts';

type Props = { entry: RegisterEntryShown; onChange: (entry: RegisterEntryShown) => void; onRemove: (entry: RegisterEntryShown) => void };

export function EntryButtons({ entry, onChange, onRemove }: Props) {
  const words = REGISTER_WORDS[useLanguage()];
  return (
    <span class="actions">
      <button type="button" aria-label={`${words.change}: ${entry.title}`} onClick={() => onChange(entry)}>
        {words.change}
      </button>
      <button type="button" aria-label={`${words.remove}: ${entry.title}`} onClick={() => onRemove(entry)}>
        {words.remove}
      </button>
    </span>
  );
}
