// Needs laid out for asking: by meaning, word and kind, what is asked of many times in columns.
import type { Flow } from '../domain/flow.ts';
import { divisionColumn } from './companyFit.ts';
import type { FlowView } from './flowView.ts';
import { placeOfKind } from './kinds.ts';
import type { MatchKnowledge } from './knowledge.ts';

/** Needs by word, with the weight each gives it. */
type Posting = { readonly needs: Int32Array; readonly weights: Float64Array };

/** Everything that is asked of a need many times stands in columns, a place for each need. */
export type NeedIndex = {
  readonly needs: readonly FlowView[];
  /** Column of each need's NACE division, as `divisionColumn` says. */
  readonly divisions: Uint8Array;
  /** 1 where the need gives: waste that takes capacity alone. */
  readonly giving: Uint8Array;
  /** Place of each need's kind, as `strengthsFrom` counts them; 0 where it gives. */
  readonly kindPlaces: Uint8Array;
  /** Number of each need's company among those here. */
  readonly companies: Int32Array;
  readonly companyNumbers: ReadonlyMap<string, number>;
  /** Place of each need's role among those here, and a need of each. */
  readonly roles: Uint8Array;
  readonly roleExamples: readonly Flow[];
  /** Place of each need's own kind; 1 in `kindsStated` where the company said it. */
  readonly ownKinds: Uint8Array;
  readonly kindsStated: Uint8Array;
  /** Degrees, NaN where not known. */
  readonly lats: Float64Array;
  readonly lons: Float64Array;
  readonly byNode: NodePostings;
  readonly byStem: ReadonlyMap<string, Posting>;
  readonly byKind: ReadonlyMap<FlowView['kind'], readonly number[]>;
  /** Room to add up in, as long as `needs`. */
  readonly scratch: Scratch;
};

/** Needs by the number of a node they may be, heaviest first: those of node n stand from `starts[n]` to before `starts[n + 1]`. */
type NodePostings = {
  readonly starts: Int32Array;
  /** The nodes that have any, in order. */
  readonly filled: Int32Array;
  readonly needs: Int32Array;
  readonly weights: Float64Array;
};

type Scratch = {
  readonly sum: Float64Array;
  readonly best: Float64Array;
  readonly dot: Float64Array;
  /** Number of the best link, as the search counts them, and where its rule's id stands among all. */
  readonly link: Int32Array;
  readonly rank: Int32Array;
  /** Places of the kinds that the best link joins, together as in `kindTables`; THROUGH_PROCESSOR more where it goes through one. */
  readonly kinds: Uint8Array;
  /** What each may be worth at best, in the order of `touched`. */
  readonly bounds: Float64Array;
  readonly seen: Uint8Array;
  /** Places of the needs seen, in the order they were. */
  readonly touched: Int32Array;
};

/** @param needs in the order of their ids */
export function indexNeeds(needs: readonly FlowView[], knowledge: MatchKnowledge): NeedIndex {
  const { book } = knowledge;
  const stems = new Map<string, { readonly needs: number[]; readonly weights: number[] }>();
  const byKind = new Map<FlowView['kind'], number[]>();
  const companyNumbers = new Map<string, number>();
  const companies = Int32Array.from(needs, ({ flow: { company } }) => {
    let number = companyNumbers.get(company);
    if (number === undefined) companyNumbers.set(company, (number = companyNumbers.size));
    return number;
  });
  const roleExamples: Flow[] = [];
  const roles = Uint8Array.from(needs, ({ flow }) => {
    const known = roleExamples.findIndex(({ role }) => role === flow.role);
    return known < 0 ? roleExamples.push(flow) - 1 : known;
  });
  needs.forEach(({ bag, kind, gives: giving }, at) => {
    if (giving) return;
    const alike = byKind.get(kind);
    if (alike === undefined) byKind.set(kind, [at]);
    else alike.push(at);
    for (const [stem, weight] of bag.weights) {
      let list = stems.get(stem);
      if (list === undefined) stems.set(stem, (list = { needs: [], weights: [] }));
      list.needs.push(at);
      list.weights.push(weight / bag.length);
    }
  });
  const byStem = new Map<string, Posting>();
  for (const [stem, list] of stems) byStem.set(stem, { needs: Int32Array.from(list.needs), weights: Float64Array.from(list.weights) });
  const room = needs.length;
  return {
    needs,
    divisions: Uint8Array.from(needs, ({ division }) => divisionColumn(division)),
    giving: Uint8Array.from(needs, (need) => (need.gives ? 1 : 0)),
    kindPlaces: Uint8Array.from(needs, (need) => (need.gives ? 0 : placeOfKind(need.kind))),
    companies,
    companyNumbers,
    roles,
    roleExamples,
    ownKinds: Uint8Array.from(needs, ({ kind }) => placeOfKind(kind)),
    kindsStated: Uint8Array.from(needs, ({ kindStated }) => (kindStated ? 1 : 0)),
    lats: Float64Array.from(needs, ({ place }) => place?.lat ?? Number.NaN),
    lons: Float64Array.from(needs, ({ place }) => place?.lon ?? Number.NaN),
    byNode: nodePostings(needs, book),
    byStem,
    byKind,
    scratch: {
      sum: new Float64Array(room),
      best: new Float64Array(room),
      dot: new Float64Array(room),
      link: new Int32Array(room),
      rank: new Int32Array(room),
      kinds: new Uint8Array(room),
      bounds: new Float64Array(room),
      seen: new Uint8Array(room),
      touched: new Int32Array(room),
    },
  };
}

function nodePostings(views: readonly FlowView[], { numberOf }: MatchKnowledge['book']): NodePostings {
  let [most, count] = [-1, 0];
  for (const { meanings } of views)
    for (const { resource } of meanings) {
      most = Math.max(most, numberOf(resource));
      count++;
    }
  const starts = new Int32Array(most + 2);
  for (const { meanings } of views)
    for (const { resource } of meanings) {
      const after = numberOf(resource) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
  for (let n = 1; n < starts.length; n++) starts[n] = (starts[n] ?? 0) + (starts[n - 1] ?? 0);
  const ends = starts.slice();
  const [needs, weights] = [new Int32Array(count), new Float64Array(count)];
  views.forEach(({ meanings }, at) => {
    for (const { resource, weight } of meanings) {
      const node = numberOf(resource);
      const first = starts[node] ?? 0;
      let place = ends[node] ?? 0;
      ends[node] = place + 1;
      // Kept heaviest first while it is filled.
      for (; place > first && (weights[place - 1] ?? 0) < weight; place--) {
        needs[place] = needs[place - 1] ?? 0;
        weights[place] = weights[place - 1] ?? 0;
      }
      needs[place] = at;
      weights[place] = weight;
    }
  });
  const filled = Int32Array.from([...starts.keys()].filter((n) => (starts[n] ?? 0) < (starts[n + 1] ?? 0)));
  return { starts, filled, needs, weights };
}
