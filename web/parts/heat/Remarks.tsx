// What must be put right, what is worth asking, what was assumed: by flow, each with the way to its row.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { amount } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Remark = HeatPage['assumed'][number];
type Props = {
  readonly page: HeatPage;
  readonly nameOf: (flow: string) => string;
  readonly onSource: (flow: string) => void;
};

export function Remarks({ page, nameOf, onSource }: Props) {
  const words = HEAT_WORDS[useLanguage()];
  const lists = [
    { key: 'problems', title: words.problems, remarks: page.problems, open: true },
    { key: 'questions', title: words.questions, remarks: page.questions, open: false },
    { key: 'assumed', title: words.assumed, remarks: page.assumed, open: false },
  ].filter((one) => one.remarks.length > 0);
  return (
    <>
      {lists.map(({ key, title, remarks, open }) => (
        <details key={key} open={open} class="heat-remarks" data-list={key}>
          <summary>
            {title} ({remarks.length})
          </summary>
          <List page={page} remarks={remarks} nameOf={nameOf} onSource={onSource} />
        </details>
      ))}
    </>
  );
}

/** Flows with most heat first: their answers could change most. */
function List({ page, remarks, nameOf, onSource }: Props & { readonly remarks: readonly Remark[] }) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const heat = new Map(page.flows.map((one) => [one.id, one.mwh_per_year]));
  const byFlow = [...Map.groupBy(remarks, (one) => one.flow)].sort(
    ([a], [b]) => (heat.get(b) ?? 0) - (heat.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  return (
    <ul class="messages">
      {byFlow.map(([flow, own]) => {
        const mwh = heat.get(flow) ?? null;
        return (
          <li key={flow}>
            <button type="button" class="link" onClick={() => onSource(flow)}>
              {nameOf(flow)}
            </button>
            {mwh !== null && <span class="quiet"> {amount(mwh, 'MWh', language)}</span>}
            {own.map((one, i) => (
              <p key={i}>
                {one.text} {one.factor !== null && <span class="quiet small">{fill(words.factor, { factor: one.factor })}</span>}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
