// What was predicted of a lead against what came of it, a column a year; and the form that takes a year's figures.
import { useState } from 'preact/hooks';
import type { LeadWhole } from '../../../server/contract/leads.ts';
import { ask } from '../../client.ts';
import { amountRange, money, moneyRange, number } from '../../state/format.ts';
import { useDraft } from '../../state/useDraft.ts';
import { useSaving } from '../../state/useSaving.ts';
import { readNumber } from '../../state/readNumber.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { Problem } from './Problem.tsx';

const NAMES = ['t', 'mwh', 'nok', 't_co2e'] as const;
type Name = (typeof NAMES)[number];
type Props = { lead: LeadWhole; onChanged: (lead: LeadWhole) => void; onStale: () => void };

export function Figures({ lead, onChanged, onStale }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const common = useWords();
  const { volume, nok_per_year: nok, t_co2e_per_year: co2 } = lead.made;
  const labels: Record<Name, string> = { t: words.tonnes, mwh: words.mwh, nok: words.kroner, t_co2e: words.tCo2e };
  const predicted: Record<Name, { text: string; likely: number | null }> = {
    t: volume?.unit === 't' ? { text: amountRange(volume, 't', common, language), likely: volume.likely } : { text: '', likely: null },
    mwh:
      volume?.unit === 'MWh' ? { text: amountRange(volume, 'MWh', common, language), likely: volume.likely } : { text: '', likely: null },
    nok: nok ? { text: moneyRange(nok, common, language), likely: nok.likely } : { text: '', likely: null },
    t_co2e: co2 && co2.likely !== null ? { text: `${number(co2.likely, language, 2)} t`, likely: co2.likely } : { text: '', likely: null },
  };
  const share = (name: Name, value: number): string => {
    const likely = predicted[name].likely;
    if (likely === null || likely === 0) return '';
    const text = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value / likely);
    return fill(words.ofPredicted, { share: text });
  };
  return (
    <section>
      <h3>{words.figures}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.figures}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col" class="number">
                {words.predicted}
              </th>
              {lead.realised.map(({ year }) => (
                <th key={year} scope="col" class="number">
                  {fill(words.realised, { year })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NAMES.map((name) => (
              <tr key={name}>
                <th scope="row">{labels[name]}</th>
                <td class="number">{predicted[name].text || words.unknown}</td>
                {lead.realised.map((year) => {
                  const value = year[name];
                  return (
                    <td key={year.year} class="number">
                      {value === null ? words.unknown : name === 'nok' ? money(value, language) : number(value, language)}
                      {value !== null && <span class="quiet block">{share(name, value)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lead.may_change && <YearForm lead={lead} labels={labels} onChanged={onChanged} onStale={onStale} />}
    </section>
  );
}

function YearForm({ lead, labels, onChanged, onStale }: Props & { labels: Record<Name, string> }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const saving = useSaving(onStale);
  const [wrong, setWrong] = useState('');
  const year = useDraft(`lead ${lead.id} year`, '');
  const drafts = {
    t: useDraft(`lead ${lead.id} t`, ''),
    mwh: useDraft(`lead ${lead.id} mwh`, ''),
    nok: useDraft(`lead ${lead.id} nok`, ''),
    t_co2e: useDraft(`lead ${lead.id} co2e`, ''),
  };
  const save = (): void => {
    const read = NAMES.map((name) => [name, readNumber(drafts[name].value)] as const);
    const bad = read.find(([, value]) => value === 'wrong');
    setWrong(bad === undefined ? '' : fill(words.notANumber, { text: drafts[bad[0]].value }));
    if (bad !== undefined) return;
    saving.run(async () => {
      const body = { year: Number(year.value), ...Object.fromEntries(read), version: lead.version };
      const next = await ask('leadRealise', { path: { lead: lead.id }, query: { lang: language }, body });
      for (const one of [year, ...Object.values(drafts)]) one.drop();
      onChanged(next);
    });
  };
  return (
    <details open={year.typed || undefined}>
      <summary>{words.addYear}</summary>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          {words.year}
          <input
            name="year"
            type="number"
            required
            min={1990}
            max={2200}
            step={1}
            value={year.value}
            onInput={(event) => year.type(event.currentTarget.value)}
          />
        </label>
        {NAMES.map((name) => (
          <label key={name}>
            {labels[name]}
            <input
              name={name}
              inputMode="decimal"
              value={drafts[name].value}
              onInput={(event) => drafts[name].type(event.currentTarget.value)}
            />
          </label>
        ))}
        <button type="submit" disabled={saving.busy}>
          {words.save}
        </button>
      </form>
      <p class="quiet">{words.unknownEmpty}</p>
      <Problem text={wrong || saving.problem} />
    </details>
  );
}
