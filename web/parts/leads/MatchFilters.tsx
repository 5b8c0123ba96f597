// The choices of the match table, each in the address.
import { useMemo, useState } from 'preact/hooks';
import { STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { MatchRows } from '../../../server/contract/leads.ts';
import { STAGES } from '../../../server/domain/lead.ts';
import type { MatchChoices } from '../../state/matchFilter.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage } from '../../words/words.ts';
import { SuggestField } from '../Combobox.tsx';
import type { Option } from '../Combobox.tsx';

type Props = {
  found: MatchRows;
  choices: MatchChoices;
  query: Readonly<Record<string, string>>;
  onChange: (change: Record<string, string>) => void;
};

/** So many suggestions are looked through. */
const OFFERED = 12;

export function MatchFilters({ found, choices, query, onChange }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const resources = useMemo(() => {
    const names = new Set(found.rows.flatMap((row) => [row.group, row.resource]).filter((name) => name !== null));
    return [...names].sort((a, b) => a.localeCompare(b, language)).map((name) => ({ key: name, label: name }));
  }, [found, language]);
  const companies = useMemo(() => found.companies.map(({ id, name }) => ({ key: id, label: name })), [found]);
  const number = (name: string, label: string) => (
    <label>
      {label}
      <input
        type="number"
        min="0"
        step="any"
        inputMode="decimal"
        value={query[name] ?? ''}
        onInput={(event) => onChange({ [name]: event.currentTarget.value, page: '' })}
      />
    </label>
  );
  return (
    <div class="fields match-filters">
      <Chosen
        label={words.resource}
        any={words.anyResource}
        options={resources}
        chosen={choices.resource}
        onChoose={(resource) => onChange({ resource, page: '' })}
      />
      <Chosen
        label={words.company}
        any={words.anyCompany}
        options={companies}
        chosen={choices.company}
        onChoose={(company) => onChange({ company, page: '' })}
      />
      {number('km', words.most)}
      {number('nok', words.leastNok)}
      {number('co2', words.leastCo2)}
      <label>
        {words.stage}
        <select value={choices.stage} onChange={(event) => onChange({ stage: event.currentTarget.value, page: '' })}>
          <option value="">{words.anyStage}</option>
          <option value="none">{words.noLead}</option>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {STAGE_WORDS[language][stage]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.certainty}
        <select value={choices.certainty} onChange={(event) => onChange({ certainty: event.currentTarget.value, page: '' })}>
          <option value="">{words.anyCertainty}</option>
          <option value="medium">{words.atLeastMedium}</option>
          <option value="high">{language === 'nb' ? 'stor' : 'high'}</option>
        </select>
      </label>
    </div>
  );
}

type ChosenProps = {
  label: string;
  any: string;
  options: readonly Option[];
  chosen: string;
  onChoose: (key: string) => void;
};

/** A choice from a long list: typing narrows it, an emptied field is no choice. */
function Chosen({ label, any, options, chosen, onChoose }: ChosenProps) {
  const name = options.find(({ key }) => key === chosen)?.label ?? chosen;
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = (typed ?? '').toLocaleLowerCase();
  const offered = useMemo(
    () => (typed === null ? [] : options.filter(({ label: one }) => one.toLocaleLowerCase().includes(wanted)).slice(0, OFFERED)),
    [typed, options],
  );
  return (
    <label>
      {label}
      <SuggestField
        value={typed ?? name}
        options={offered}
        listLabel={label}
        onText={(text) => {
          setTyped(text);
          if (text === '') onChoose('');
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
