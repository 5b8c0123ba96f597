// Where a company's own flows could go or come from if its best possible matches came about. Neighbours that have not said yes too have no name
// here, and their amounts are the middle of a band: what a reader sees is made of what is its own and of bands. Pure.
import { bandOf, middleOf } from '../../domain/blindLead.ts';
import type { Bands } from '../../domain/blindLead.ts';
import type { CompanyId, Flow, FlowId } from '../../domain/flow.ts';
import type { MatchShown } from '../../contract/matchAnswer.ts';

/** One share of an own flow. Amounts in base units a year, never above what is left of the own flow. */
export type OwnUse = {
  readonly flow: FlowId;
  /** The other company where both said yes; null: a company in the cluster. */
  readonly other: CompanyId | null;
  readonly unit: string;
  /** Null ends of a band are null here too. */
  readonly from: number | null;
  readonly likely: number;
  readonly to: number | null;
};

type Asked = {
  readonly own: ReadonlyMap<FlowId, Pick<Flow, 'annual'>>;
  readonly companyOf: (flow: FlowId) => CompanyId | null;
  /** Best first. */
  readonly matches: readonly Pick<MatchShown, 'surplus' | 'need' | 'volume'>[];
  /** Whether the viewer sees the pair with names and amounts. */
  readonly inFull: (match: Pick<MatchShown, 'surplus' | 'need'>) => boolean;
  readonly bands: Bands;
};

/** A picture with more takers of one flow than this is read by nobody. */
const MOST_OF_A_FLOW = 3;
/** Less than this share of a flow is no ribbon of its own. */
const LEAST_SHARE = 0.01;

/** Each neighbour's flow is used once, each own flow until nothing is left of it. */
export function ownUses({ own, companyOf, matches, inFull, bands }: Asked): OwnUse[] {
  const left = new Map([...own].flatMap(([id, { annual }]) => (annual?.likely ? [[id, annual.likely] as const] : [])));
  const taken = new Set<FlowId>();
  const uses: OwnUse[] = [];
  for (const match of matches) {
    const mine = own.has(match.surplus) ? match.surplus : match.need;
    const other = mine === match.surplus ? match.need : match.surplus;
    const flow = own.get(mine);
    const rest = left.get(mine) ?? 0;
    const { volume } = match;
    if (flow === undefined || own.has(other) || taken.has(other) || volume === null || volume.unit !== flow.annual?.unit) continue;
    const whole = flow.annual.likely ?? 0;
    if (rest < whole * LEAST_SHARE || uses.filter((one) => one.flow === mine).length >= MOST_OF_A_FLOW) continue;
    const amount = volume.likely ?? volume.low;
    const known = inFull(match);
    const band = known ? { from: volume.low, to: volume.high } : bandOf(amount, bands.size);
    const likely = Math.min(rest, known ? amount : middleOf(band));
    if (!(likely > 0)) continue;
    uses.push({
      flow: mine,
      other: known ? companyOf(other) : null,
      unit: volume.unit,
      from: band.from === null ? null : Math.min(band.from, rest),
      likely,
      to: band.to === null ? null : Math.min(band.to, rest),
    });
    taken.add(other);
    left.set(mine, rest - likely);
  }
  return uses;
}
