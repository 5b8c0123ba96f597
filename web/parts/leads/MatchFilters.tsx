// The choices of the match table, each in the address.
import { useMemo } from 'preact/hooks';
import { STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { MatchRows } from '../../../server/contract/leads.ts';
import { STAGES } from '../../../server/domain/lead.ts';
import type { MatchChoices } from '../../state/matchFilter.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage } from '../../words/words.ts';
import { Chosen } from '../Chosen.tsx';

type Props = {
  found: MatchRows;
  choices: MatchChoices;
  query: Readonly<Record<string, string>>;
  onChange: (change: Record<string, string>) => void;
};

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
