// What it all comes to: before, after, and the difference; marked until the best allocation is there.
import type { MeetingFrame } from '../../../server/contract/scenarios.ts';
import { money, number } from '../../state/format.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

type Frames = MeetingFrame['figures'];
type Line = {
  readonly name: string;
  readonly value: (figures: Frames) => number | null;
  readonly range: (figures: Frames) => { readonly low: number; readonly high: number | null } | null;
  readonly show: (value: number) => string;
};

const tonnes = (value: number, language: Language): string => `${number(value, language)} t`;
const percent = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
/** A minus that is as wide as a plus. */
export const signed = (value: number, show: (size: number) => string): string =>
  value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${show(Math.abs(value))}`;

export function linesOf(words: (typeof MEETING_WORDS)[Language], language: Language): readonly Line[] {
  const whole = (value: number): string => new Intl.NumberFormat(language).format(value);
  return [
    {
      name: words.nok,
      value: (one) => one.nok_per_year?.likely ?? null,
      range: (one) => one.nok_per_year,
      show: (value) => money(value, language),
    },
    {
      name: words.co2,
      value: (one) => one.t_co2e_per_year?.likely ?? null,
      range: (one) => one.t_co2e_per_year,
      show: (value) => tonnes(value, language),
    },
    { name: words.placed, value: (one) => one.placed, range: () => null, show: (value) => percent(value, language) },
    { name: words.used, value: (one) => one.used, range: () => null, show: whole },
    { name: words.matches, value: (one) => one.matches, range: () => null, show: whole },
  ];
}

type Props = {
  readonly before: MeetingFrame | null;
  readonly after: MeetingFrame;
  /** What is known of the best allocation. */
  readonly state: 'greedy' | 'exact' | 'failed';
};

export function Figures({ before, after, state }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const told = { greedy: words.greedy, failed: words.exactFailed, exact: after.proved === true ? words.exact : words.exactUnproved }[state];
  return (
    <section aria-labelledby="figures-title" class="meeting-figures" data-state={state}>
      <h2 id="figures-title">{words.figures}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="figures-title">
        <table>
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col" class="number">
                {words.before}
              </th>
              <th scope="col" class="number">
                {words.after}
              </th>
              <th scope="col" class="number">
                {words.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {linesOf(words, language).map(({ name, value, range, show }) => {
              const [was, now, span] = [before === null ? null : value(before.figures), value(after.figures), range(after.figures)];
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td class="number">{was === null ? '–' : show(was)}</td>
                  <td class="number now">
                    {now === null ? '–' : show(now)}
                    {span !== null && span.high !== null && (
                      <span class="quiet span">{fill(words.range, { low: show(span.low), high: show(span.high) })}</span>
                    )}
                  </td>
                  <td class="number">{was === null || now === null ? '–' : signed(now - was, show)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p role="status" class={`allocation-state ${state}`}>
        {told} {after.figures.unvalued > 0 && fill(words.unvalued, { count: after.figures.unvalued })}
      </p>
    </section>
  );
}
