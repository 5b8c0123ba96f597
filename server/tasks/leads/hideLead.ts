// Makes the blind lead of a company: what is left of a lead before both said yes.
import { blindLead } from '../../domain/blindLead.ts';
import type { Company } from '../../domain/company.ts';
import { straightKm } from '../../matching/distance.ts';
import { followUpKnowledge } from '../followUpKnowledge.ts';
import type { StoreReader } from '../open.ts';

type Hide = Parameters<StoreReader['leadOf']>[2];

/** Distances are measured once for each company that looks. */
export function hider(store: StoreReader): Hide {
  const { bands } = followUpKnowledge();
  const measured = new Map<string, readonly number[]>();
  const companies = new Map<string, readonly Company[]>();
  const distancesFrom = (own: string, cluster: string): readonly number[] => {
    const key = JSON.stringify([cluster, own]);
    const before = measured.get(key);
    if (before !== undefined) return before;
    const members = companies.get(cluster) ?? store.companiesOf({ kind: 'engine' }, cluster);
    companies.set(cluster, members);
    const here = members.find((one) => one.id === own)?.place ?? null;
    const distances = members.flatMap((one) =>
      one.id === own || one.place === null || here === null ? [] : [straightKm(here, one.place)],
    );
    measured.set(key, distances);
    return distances;
  };
  return (lead, own, answer) => blindLead(lead, own, answer, distancesFrom(own, lead.cluster), bands);
}
