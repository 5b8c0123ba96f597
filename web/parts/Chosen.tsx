// A choice from a long list: typing narrows it, an emptied field is no choice.
import { useMemo, useState } from 'preact/hooks';
import { SuggestField } from './Combobox.tsx';
import type { Option } from './Combobox.tsx';

/** So many suggestions are looked through. */
const OFFERED = 12;

type Props = {
  label: string;
  /** Shown while nothing is chosen. */
  any: string;
  options: readonly Option[];
  chosen: string;
  onChoose: (key: string) => void;
  /** The field empties itself for the next choice. */
  emptied?: boolean;
};

export function Chosen({ label, any, options, chosen, onChoose, emptied = false }: Props) {
  const name = emptied ? '' : (options.find(({ key }) => key === chosen)?.label ?? chosen);
  const [typed, setTyped] = useState<string | null>(null);
  const offered = useMemo(() => {
    if (typed === null) return [];
    const wanted = typed.toLocaleLowerCase();
    return options.filter(({ label: one }) => one.toLocaleLowerCase().includes(wanted)).slice(0, OFFERED);
  }, [typed, options]);
  return (
    <label>
      {label}
      <SuggestField
        value={typed ?? name}
        options={offered}
        listLabel={label}
        onText={(text) => {
          setTyped(text);
          if (text === '' && !emptied) onChoose('');
        }}
        onPick={(key) => {
          setTyped(null);
          onChoose(key);
        }}
        field={{ placeholder: any, onBlur: () => setTyped(null) }}
      />
    </label>
  );
}
