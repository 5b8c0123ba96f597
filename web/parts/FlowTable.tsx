// Flows as a table; each row leads to the file, line and cell it was read from.
import type { FlowShown } from '../../server/contract/clusters.ts';
import { address } from '../state/route.ts';
import { amountRange, degrees } from '../state/format.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

type Props = { flows: readonly FlowShown[]; withCompany: boolean; chosen: string | null; onSource: (flow: string) => void };

export function FlowTable({ flows, withCompany, chosen, onSource }: Props) {
  const words = useWords();
  const language = useLanguage();
  const hasProcess = flows.some((flow) => (flow.process ?? flow.site) !== null);
  const hasTemperature = flows.some((flow) => flow.temperature !== null);
  const hasQuality = flows.some((flow) => flow.quality !== null);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.flows}>
      <table class="flows">
        <thead>
          <tr>
            {withCompany && <th scope="col">{words.company}</th>}
            {hasProcess && <th scope="col">{words.process}</th>}
            <th scope="col">{words.direction}</th>
            <th scope="col">{words.resource}</th>
            <th scope="col">{words.classifiedAs}</th>
            <th scope="col" class="number">
              {words.quantity}
            </th>
            {hasTemperature && (
              <th scope="col" class="number">
                {words.temperature}
              </th>
            )}
            {hasQuality && <th scope="col">{words.quality}</th>}
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr key={flow.id} id={`flow-${flow.id}`} class={flow.id === chosen ? 'chosen' : ''}>
              {withCompany && (
                <td>
                  <a href={address.company(flow.company)}>{flow.company_name}</a>
                </td>
              )}
              {hasProcess && <td>{flow.process ?? flow.site}</td>}
              <td>
                {flow.direction === 'in' ? words.directionIn : words.directionOut}{' '}
                <span class="quiet">{words.roles[flow.role as keyof typeof words.roles] ?? flow.role}</span>
              </td>
              <th scope="row">{flow.resource}</th>
              <td class="quiet">{flow.guesses[0]?.name ?? words.unknownResource}</td>
              <td class="number">{flow.annual ? amountRange(flow.annual, flow.annual.unit, words, language) : words.notKnown}</td>
              {hasTemperature && <td class="number">{flow.temperature !== null && degrees(flow.temperature, language)}</td>}
              {hasQuality && <td>{flow.quality}</td>}
              <td>
                {flow.file !== null && flow.line !== null && (
                  <button type="button" class="link" onClick={() => onSource(flow.id)}>
                    {fill(words.sourceLine, { file: flow.file, line: flow.line })}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
