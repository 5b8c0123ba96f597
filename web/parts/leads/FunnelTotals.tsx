// How far leads ever came, and what was predicted against what came of it, over all.
import { STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { LeadsPage } from '../../../server/contract/leads.ts';
import { STAGES } from '../../../server/domain/lead.ts';
import { money, number } from '../../state/format.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage } from '../../words/words.ts';

export function FunnelTotals({ data }: { data: LeadsPage }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const all = data.reached.idea;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const year = Math.max(0, ...data.realised.map((one) => one.year));
  const operating = data.leads.filter((one) => one.stage === 'operating');
  const sum = (values: readonly (number | null | undefined)[]): number | null => {
    const known = values.filter((value) => typeof value === 'number');
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const ofUnit = (unit: string) => sum(operating.map(({ made }) => (made.volume?.unit === unit ? made.volume.likely : null)));
  const ofYear = data.realised.filter((one) => one.year === year);
  const text = (value: number | null, say: (known: number) => string): string => (value === null ? words.unknown : say(value));
  const plain = (value: number): string => number(value, language);
  const rows = [
    [words.tonnes, text(ofUnit('t'), plain), text(sum(ofYear.map((one) => one.t)), plain)],
    [words.mwh, text(ofUnit('MWh'), plain), text(sum(ofYear.map((one) => one.mwh)), plain)],
    [
      words.kroner,
      text(sum(operating.map(({ made }) => made.nok_per_year?.likely)), (value) => money(value, language)),
      text(sum(ofYear.map((one) => one.nok)), (value) => money(value, language)),
    ],
    [
      words.tCo2e,
      text(sum(operating.map(({ made }) => made.t_co2e_per_year?.likely)), plain),
      text(sum(ofYear.map((one) => one.t_co2e)), plain),
    ],
  ] as const;
  return (
    <>
      <h2>{words.reached}</h2>
      <table>
        <tbody>
          {STAGES.map((stage) => (
            <tr key={stage}>
              <th scope="row">{STAGE_WORDS[language][stage]}</th>
              <td class="number">
                {fill(words.reachedOf, { count: data.reached[stage], share: percent.format(all === 0 ? 0 : data.reached[stage] / all) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {operating.length + data.realised.length > 0 && (
        <>
          <h2>{words.sumTitle}</h2>
          <p class="quiet">{fill(words.sumInfo, { year: year === 0 ? '–' : year })}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.figure}</th>
                <th scope="col" class="number">
                  {words.predicted}
                </th>
                <th scope="col" class="number">
                  {fill(words.realised, { year: year === 0 ? '' : year })}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, predicted, realised]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td class="number">{predicted}</td>
                  <td class="number">{realised}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
