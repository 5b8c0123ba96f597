// Every source and customer with a switch, what it has to do with the network, and why it is not on it.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { length } from '../../pictures/heat/kilowatts.ts';
import { amount, number } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Props = {
  readonly page: HeatPage;
  readonly off: ReadonlySet<string>;
  readonly onSwitch: (flow: string, on: boolean) => void;
  readonly onAllOn: () => void;
  readonly companyName: (id: string) => string;
  readonly onSource: (flow: string) => void;
};

export function NetworkMembers({ page, off, onSwitch, onAllOn, companyName, onSource }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const { network } = page;
  const sources = new Map(network?.sources.map((one) => [one.flow, one]));
  const customers = new Map(network?.customers.map((one) => [one.flow, one]));
  const dropped = new Map(network?.dropped.map((one) => [one.who, one.why]));
  const isOn = (id: string): boolean => sources.has(id) || customers.has(id);
  const flows = page.flows
    .filter((one) => isOn(one.id) || dropped.has(one.id) || off.has(one.id))
    .toSorted(
      (a, b) =>
        (a.side === b.side ? 0 : a.side === 'hot' ? -1 : 1) ||
        Number(isOn(b.id)) - Number(isOn(a.id)) ||
        (b.mwh_per_year ?? 0) - (a.mwh_per_year ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
  // Who is on it or switched off by hand stands open; who fell out, and why, is one click away.
  const open = flows.filter((one) => isOn(one.id) || off.has(one.id));
  const out = flows.filter((one) => !open.includes(one));
  const status = (id: string): string => {
    const [source, customer] = [sources.get(id), customers.get(id)];
    if (source !== undefined)
      return [
        fill(words.delivers, { amount: amount(source.mwh_per_year, 'MWh', language) }),
        ...(source.cop === null ? [] : [fill(words.withPump, { cop: number(source.cop, language, 2) })]),
      ].join(', ');
    if (customer !== undefined)
      return [
        fill(words.takes, { amount: amount(customer.mwh_per_year, 'MWh', language) }),
        ...(customer.break_even_m === null ? [] : [fill(words.paysFor, { metres: length(customer.break_even_m, language) })]),
      ].join(', ');
    return dropped.get(id) ?? words.notAsked;
  };
  const table = (rows: typeof flows, label: string) => (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table class="heat-members">
        <thead>
          <tr>
            <th scope="col">{words.on}</th>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.flow}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => {
            const on = !off.has(one.id);
            return (
              <tr key={one.id} class={isOn(one.id) ? 'member-on' : 'quiet'} data-flow={one.id}>
                <td>
                  <input
                    type="checkbox"
                    role="switch"
                    checked={on}
                    aria-label={`${words.on}: ${companyName(one.company)}, ${one.resource}`}
                    onChange={(event) => onSwitch(one.id, event.currentTarget.checked)}
                  />
                </td>
                <th scope="row">{companyName(one.company)}</th>
                <td>
                  <button type="button" class="link" onClick={() => onSource(one.id)}>
                    {one.resource}
                  </button>
                </td>
                <td>{one.side === 'hot' ? words.source : words.customer}</td>
                <td>{status(one.id)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
  return (
    <>
      <h3 id="members-title">{words.members}</h3>
      <p class="quiet heat-help">
        {words.membersHelp}{' '}
        {off.size > 0 && (
          <button type="button" onClick={onAllOn}>
            {words.allOn}
          </button>
        )}
      </p>
      {open.length > 0 && table(open, words.members)}
      {out.length > 0 && (
        <details class="heat-fold" data-list="members-out" open={open.length === 0}>
          <summary>{fill(words.membersOut, { count: out.length })}</summary>
          {table(out, fill(words.membersOut, { count: out.length }))}
        </details>
      )}
    </>
  );
}
