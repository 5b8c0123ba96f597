// What can be moved: prices, chosen flows, who is there. A slider moves steadily; its last place is one step.
import { useId, useState } from 'preact/hooks';
import type { MeetingStart } from '../../../server/contract/scenarios.ts';
import { subjectOf, withChange, withoutChange } from '../../../server/domain/scenario.ts';
import type { Change } from '../../../server/domain/scenario.ts';
import { amount, number } from '../../state/format.ts';
import type { Changes } from '../../state/useChanges.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { SuggestField } from '../Combobox.tsx';
import { JoinDialog } from './JoinDialog.tsx';

type Props = { readonly start: MeetingStart; readonly changes: Changes };
type Slide = {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly told: string;
  readonly onMove: (value: number, steadily: boolean) => void;
};

function Slider({ name, label, value, least, most, step, told, onMove }: Slide) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <output for={id}>{told}</output>
      <input
        id={id}
        name={name}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={told}
        onInput={(event) => onMove(event.currentTarget.valueAsNumber, true)}
        onChange={(event) => onMove(event.currentTarget.valueAsNumber, false)}
      />
    </div>
  );
}

export function Controls({ start, changes }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const { now, put } = changes;
  const [joining, setJoining] = useState(false);
  const move = (change: Change, steadily = false): void => put(withChange(now, change), steadily);
  const timesOf = (subject: string): number => {
    const found = now.find((one) => subjectOf(one) === subject);
    return found !== undefined && 'times' in found ? found.times : 1;
  };
  return (
    <>
      <section aria-labelledby="levers-title">
        <h2 id="levers-title">{words.levers}</h2>
        {start.levers.map(({ id, name, least, most, step }) => {
          const times = timesOf(`price ${id}`);
          return (
            <Slider
              key={id}
              name={`lever-${id}`}
              label={name}
              value={times}
              least={least}
              most={most}
              step={step}
              told={fill(words.times, { times: number(times, language) })}
              onMove={(value, steadily) => move({ kind: 'price', lever: id, times: value }, steadily)}
            />
          );
        })}
        <p class="quiet">{words.leversInfo}</p>
      </section>
      <FlowSliders start={start} changes={changes} move={move} timesOf={timesOf} />
      <section aria-labelledby="present-title">
        <h2 id="present-title">{words.companies}</h2>
        <p class="quiet">{words.companiesInfo}</p>
        <ul class="present">
          {start.companies.map(({ id, name }) => {
            const subject = subjectOf({ kind: 'leaves', company: id });
            const here = !now.some((one) => subjectOf(one) === subject);
            return (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    role="switch"
                    checked={here}
                    data-company={id}
                    onChange={() => put(here ? withChange(now, { kind: 'leaves', company: id }) : withoutChange(now, subject))}
                  />{' '}
                  {name}
                </label>
              </li>
            );
          })}
        </ul>
        <button type="button" data-action="joins" onClick={() => setJoining(true)}>
          {words.joins} …
        </button>
        {joining && (
          <JoinDialog
            start={start}
            onJoin={(company) => move({ kind: 'joins', company })}
            onClose={() => setJoining(false)}
            taken={now.flatMap((one) => (one.kind === 'joins' ? [one.company.key] : []))}
          />
        )}
      </section>
    </>
  );
}

type FlowProps = Props & { readonly move: (change: Change, steadily?: boolean) => void; readonly timesOf: (subject: string) => number };
const MOST_TIMES = 3;
const TIMES_STEP = 0.05;
const SHOWN = 8;

function FlowSliders({ start, changes: { now, put }, move, timesOf }: FlowProps) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<readonly string[]>([]);
  const touched = now.flatMap((one) => ('flow' in one ? [one.flow] : []));
  const shown = [...new Set([...touched, ...opened])].flatMap((id) => start.flows.find((one) => one.id === id) ?? []);
  const wanted = typed.trim().toLocaleLowerCase();
  const nameOf = (flow: MeetingStart['flows'][number]): string => `${flow.company_name}: ${flow.words}`;
  const options =
    wanted === ''
      ? []
      : start.flows
          .filter((flow) => nameOf(flow).toLocaleLowerCase().includes(wanted) && !shown.includes(flow))
          .slice(0, SHOWN)
          .map((flow) => ({
            key: flow.id,
            label: nameOf(flow),
            ...(flow.annual?.likely ? { hint: amount(flow.annual.likely, flow.annual.unit, language) } : {}),
          }));
  return (
    <section aria-labelledby="flow-sliders-title">
      <h2 id="flow-sliders-title">{words.flows}</h2>
      <p class="quiet">{words.flowsInfo}</p>
      <label class="block">
        {words.chooseFlow}
        <SuggestField
          value={typed}
          options={options}
          listLabel={words.flowList}
          onText={setTyped}
          onPick={(id) => {
            setOpened([...opened, id]);
            setTyped('');
          }}
          field={{ name: 'flow', class: 'wide' }}
        />
      </label>
      {shown.map((flow) => {
        const times = timesOf(`amount ${flow.id}`);
        const heat = now.find((one) => one.kind === 'temperature' && one.flow === flow.id);
        const degrees = heat?.kind === 'temperature' ? heat.to : flow.temperature;
        const likely = flow.annual?.likely ?? flow.annual?.low ?? null;
        return (
          <fieldset key={flow.id} class="flow-sliders" data-flow={flow.id}>
            <legend>{nameOf(flow)}</legend>
            {flow.annual === null || likely === null ? (
              <p class="quiet">{words.unknownAmount}</p>
            ) : (
              <Slider
                name="amount"
                label={words.amount}
                value={times}
                least={0}
                most={MOST_TIMES}
                step={TIMES_STEP}
                told={amount(likely * times, flow.annual.unit, language)}
                onMove={(value, steadily) => move({ kind: 'amount', flow: flow.id, times: value }, steadily)}
              />
            )}
            {(flow.annual?.unit === 'MWh' || flow.temperature !== null || heat !== undefined) && (
              <Slider
                name="temperature"
                label={words.temperature}
                value={degrees ?? 20}
                least={-30}
                most={250}
                step={1}
                told={degrees === null ? words.unknownTemperature : fill(words.degrees, { value: number(degrees, language) })}
                onMove={(value, steadily) => move({ kind: 'temperature', flow: flow.id, to: value }, steadily)}
              />
            )}
            <button
              type="button"
              onClick={() => {
                setOpened(opened.filter((id) => id !== flow.id));
                const rest = now.filter((one) => !('flow' in one) || one.flow !== flow.id);
                if (rest.length < now.length) put(rest);
              }}
            >
              {words.remove}
            </button>
          </fieldset>
        );
      })}
    </section>
  );
}
