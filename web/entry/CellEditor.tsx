// The field in a cell that is being edited: text as it is typed, with the choices of the column or what the words may mean.
import { useMemo, useRef, useState } from 'preact/hooks';
import type { EntryField } from '../../server/domain/entry.ts';
import { SuggestField } from '../parts/Combobox.tsx';
import type { Option } from '../parts/Combobox.tsx';
import { ENTRY_WORDS } from '../words/entry.ts';
import { fill, useLanguage } from '../words/words.ts';
import { useMeanings } from './useMeanings.ts';
import type { Branch } from './useMeanings.ts';

/** `away`: the focus went elsewhere by itself. */
export type Move = 'stay' | 'down' | 'up' | 'right' | 'left' | 'away';

type Props = {
  field: EntryField;
  label: string;
  start: string;
  direction: 'in' | 'out' | '';
  branch: Branch;
  /** `meaning`: the taxonomy id that a person chose for the words; left out where none was. */
  onDone: (text: string, move: Move, meaning?: string) => void;
  /** Every text on the way, so that a crash takes no letter. */
  onText: (text: string) => void;
  onCancel: () => void;
};

const KEEP = 'keep';

export function CellEditor({ field, label, start, direction, branch, onDone, onText, onCancel }: Props) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const [text, setText] = useState(start);
  const done = useRef(false);
  const meanings = useMeanings(text, direction, branch, field === 'resource');
  const choices = field in words.choices ? words.choices[field as keyof typeof words.choices] : null;
  const options = useMemo((): readonly Option[] => {
    if (field === 'resource')
      return meanings.length === 0
        ? []
        : [
            { key: KEEP, label: fill(words.keepWords, { words: text.trim() }) },
            ...meanings.map(({ resource, name, group }) => ({
              key: resource,
              label: name,
              ...(group === null || group === name ? {} : { hint: group }),
            })),
          ];
    if (choices === null) return [];
    const typed = text.trim().toLowerCase();
    const fitting = choices.filter((one) => one.toLowerCase().startsWith(typed));
    return (fitting.length === 1 && fitting[0] === text ? [] : fitting).map((one) => ({ key: one, label: one }));
  }, [field, meanings, text, choices, words]);

  const finish = (value: string, move: Move, meaning?: string): void => {
    if (done.current) return;
    done.current = true;
    onDone(value.trim(), move, meaning);
  };
  const pick = (key: string): void => {
    if (field !== 'resource') return finish(key, 'stay');
    if (key === KEEP) return finish(text, 'stay');
    const name = meanings.find(({ resource }) => resource === key)?.name ?? text;
    // Half a word is completed; other words are the company's own and stay.
    finish(name.toLowerCase().startsWith(text.trim().toLowerCase()) ? name : text, 'stay', key);
  };
  const key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      finish(text, event.shiftKey ? 'up' : 'down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      finish(text, event.shiftKey ? 'left' : 'right');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      done.current = true;
      onCancel();
    }
  };
  return (
    <div
      class="editor"
      onKeyDown={key}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
    >
      <SuggestField
        value={text}
        options={options}
        listLabel={words.suggestions}
        onText={(typed) => {
          setText(typed);
          onText(typed);
        }}
        onPick={pick}
        focused
        field={{ 'aria-label': label, onBlur: () => finish(text, 'away'), maxLength: 4_000 }}
      />
    </div>
  );
}
