// A company's own room: its leads, the questions its answers could be worth something to, who may see its flows, who did, and all of it as a file.
import type { Language } from '../../contract/errors.ts';
import type { MatchAnswer } from '../../contract/matchAnswer.ts';
import type { OwnPage } from '../../contract/member.ts';
import { AppError } from '../../domain/errors.ts';
import { mayAnswer } from '../../domain/followUpPolicy.ts';
import { gives } from '../../domain/flow.ts';
import type { SharingLevel } from '../../domain/sharing.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { tableFile } from '../exports/tableFile.ts';
import type { FileMade, Table } from '../exports/tableFile.ts';
import { followUpKnowledge } from '../followUpKnowledge.ts';
import { fullSightIn } from '../inFullSight.ts';
import { knowledge } from '../knowledge.ts';
import { hider } from '../leads/hideLead.ts';
import type { LeadRoom } from '../leads/leads.ts';
import { pairKey } from '../leads/matchRows.ts';
import { blindShown, leadShown, whoShown } from '../leads/shownLeads.ts';
import type { Opened } from '../opened.ts';
import { everythingTables } from './everything.ts';
import { ownUses } from './ownUses.ts';
import type { OwnUse } from './ownUses.ts';

type ClusterPairs = { readonly cluster: string; readonly answer: MatchAnswer };

export interface MemberRoom {
  own(viewer: Viewer, company: string, language: Language): Promise<OwnPage>;
  everything(viewer: Viewer, company: string, format: 'json' | 'xlsx', language: Language): Promise<FileMade>;
  share(viewer: Viewer, flow: string, sharing: SharingLevel | null): Promise<{ flow: string; sharing: SharingLevel }>;
}

export function createMemberRoom(opened: Opened, leads: LeadRoom): MemberRoom {
  /** The company's own people, and those who work for it; for others it is not there. */
  const mustOwn = (viewer: Viewer, company: string): void => {
    if (opened.store().company(viewer, company) === null || !mayAnswer(viewer, company)) throw new AppError('company.unknown');
  };

  /** The cluster's pairs in which the company has an end, from the flows that the viewer sees. */
  async function pairsOf(viewer: Viewer, company: string, language: Language): Promise<readonly ClusterPairs[]> {
    const clusters = opened.store().clustersOf(viewer, company);
    return Promise.all(clusters.map(async (cluster) => ({ cluster, answer: await opened.answers().pairsSeen(viewer, cluster, language) })));
  }

  /** Pairs that the company itself said no to are no longer drawn. */
  function usesOf(viewer: Viewer, company: string, pairs: readonly ClusterPairs[]): OwnUse[] {
    const store = opened.store();
    const own = new Map(store.flowsOf(viewer, { company, periods: 'latest' }).map((flow) => [flow.id, flow]));
    // Only the company's own no counts: what the other side answered is not told, in a picture either.
    const refused = new Set(
      store
        .leadsOf({ kind: 'engine' }, { company }, hider(store))
        .flatMap((one) =>
          one.sight === 'full' && one.answers.some((said) => said.company === company && said.answer === 'no') ? [pairKey(one.lead)] : [],
        ),
    );
    return pairs.flatMap(({ cluster, answer }) => {
      const owners = new Map(store.flowsOf(viewer, { cluster, periods: 'latest' }).map((flow) => [flow.id, flow.company]));
      return ownUses({
        own,
        companyOf: (flow) => owners.get(flow) ?? null,
        matches: answer.matches.filter((one) => !refused.has(pairKey(one))),
        inFull: fullSightIn(store, viewer, cluster) ?? (() => true),
        bands: followUpKnowledge().bands,
      });
    });
  }

  function questionsOf(viewer: Viewer, company: string, pairs: readonly ClusterPairs[]): OwnPage['questions'] {
    const own = new Map(
      opened
        .store()
        .flowsOf(viewer, { company, periods: 'latest' })
        .map((flow) => [flow.id, flow.words]),
    );
    const found = new Map<string, OwnPage['questions'][number]>();
    for (const { answer } of pairs)
      for (const { questions } of [...answer.matches, ...answer.refused])
        for (const { flow, field, text, worth_nok_per_year: worth } of questions) {
          const words = own.get(flow);
          if (words === undefined) continue;
          const key = JSON.stringify([flow, field, text]);
          const before = found.get(key);
          const most = before?.worth_nok_per_year ?? null;
          found.set(key, {
            flow,
            words,
            text,
            worth_nok_per_year: most === null ? worth : worth === null ? most : Math.max(most, worth),
            matches: (before?.matches ?? 0) + 1,
          });
        }
    return [...found.values()].sort(
      (a, b) => (b.worth_nok_per_year ?? -1) - (a.worth_nok_per_year ?? -1) || b.matches - a.matches || (a.words < b.words ? -1 : 1),
    );
  }

  async function own(viewer: Viewer, company: string, language: Language): Promise<OwnPage> {
    mustOwn(viewer, company);
    const store = opened.store();
    const companyName = (id: string): string => store.company(viewer, id)?.name ?? id;
    const className = (id: string): string => knowledge().reference.resources.get(id)?.name[language] ?? id;
    const names = { companyName, viewer, today: opened.now().slice(0, 10) };
    const seen = store.leadsOf(viewer, { company }, hider(store));
    const flows = store.flowsOf(viewer, { company, periods: 'latest' });
    const words = new Map(flows.map((flow) => [flow.id, flow.words]));
    const pairs = await pairsOf(viewer, company, language);
    return {
      company,
      leads: seen.flatMap((one) => (one.sight === 'full' ? [leadShown(one.lead, one.answers, one.withdrawn, names)] : [])),
      blind: seen.flatMap((one) => (one.sight === 'blind' ? [blindShown(one.lead, className)] : [])),
      questions: questionsOf(viewer, company, pairs),
      uses: usesOf(viewer, company, pairs).map((one) => ({ ...one, other: one.other === null ? null : companyName(one.other) })),
      flows: flows.map((flow) => ({ id: flow.id, words: flow.words, gives: gives(flow), sharing: flow.sharing })),
      reads: store.readsOf(viewer, company, null).map((one) => ({
        who: whoShown(one.viewer, companyName, language),
        words: one.flow === null ? null : (words.get(one.flow) ?? one.flow),
        what: one.what,
        first_at: one.firstAt,
        last_at: one.lastAt,
        times: one.times,
      })),
    };
  }

  return {
    own,
    async everything(viewer, company, format, language) {
      const page = await own(viewer, company, language);
      const store = opened.store();
      const shown = await opened.answers().company(viewer, company, language);
      const whole = await Promise.all([...page.leads, ...page.blind].map(({ id }) => leads.one(viewer, id, language)));
      const registers = store
        .clustersOf(viewer, company)
        .flatMap((cluster) => store.registersOf(viewer, cluster).filter((one) => one.companies.includes(company)));
      const records = shown.flows.map(({ id }) => ({ flow: id, record: store.sourceOf(viewer, id) }));
      const name = shown.company.name;
      if (format === 'json') {
        const text = JSON.stringify(
          { made_at: opened.now(), ...shown, records, leads: whole, questions: page.questions, registers, reads: page.reads },
          null,
          2,
        );
        return { name: `${name}.json`, type: 'application/json; charset=utf-8', content: new TextEncoder().encode(text) };
      }
      const tables: readonly Table[] = everythingTables({ shown, records, page, registers, language });
      return tableFile(name, tables, 'xlsx', language === 'nb' ? ',' : '.');
    },
    async share(viewer, flow, sharing) {
      await (await opened.writer()).decideSharing(viewer, flow, sharing, opened.now());
      const [found] = opened.store().flowsOf(viewer, { ids: [flow] });
      if (found === undefined) throw new AppError('flow.unknown');
      return { flow, sharing: found.sharing };
    },
  };
}
