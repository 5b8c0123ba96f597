// Domain values as the contract shows them: snake case, names beside ids, null for what is not known.
import type { CompanyShown, ExchangeShown, FlowShown } from '../contract/clusters.ts';
import type { Language } from '../contract/errors.ts';
import type { Company } from '../domain/company.ts';
import type { Exchange } from '../domain/exchange.ts';
import { gives, wasteCodeText } from '../domain/flow.ts';
import type { Flow } from '../domain/flow.ts';
import type { Resource, ResourceId } from '../domain/resource.ts';

type Names = { readonly resources: ReadonlyMap<ResourceId, Resource>; readonly language: Language };

/** Offered and needed energy and water are branches apart in the taxonomy; in a picture they meet in one. First prefix that fits. */
const MEETING: readonly { readonly prefix: string; readonly nb: string; readonly en: string }[] = [
  { prefix: 'en.need.cooling', nb: 'Kulde', en: 'Cold' },
  { prefix: 'en.cold', nb: 'Kulde', en: 'Cold' },
  { prefix: 'en.need', nb: 'Varme', en: 'Heat' },
  { prefix: 'en.heat', nb: 'Varme', en: 'Heat' },
  { prefix: 'en.el', nb: 'Elektrisitet', en: 'Electricity' },
  { prefix: 'en.air', nb: 'Trykkluft', en: 'Compressed air' },
  { prefix: 'wat', nb: 'Vann', en: 'Water' },
];
/** Materials and services are drawn by their family on this level of the taxonomy. */
const FAMILY_LEVEL = 2;

/** The family a resource is drawn under where a picture shows few. */
export function familyOf(id: ResourceId, { resources, language }: Names): string | null {
  const meeting = MEETING.find(({ prefix }) => id === prefix || id.startsWith(`${prefix}.`));
  if (meeting) return meeting[language];
  for (let one = resources.get(id); one !== undefined; one = one.parent === null ? undefined : resources.get(one.parent))
    if (one.level <= FAMILY_LEVEL) return one.name[language];
  return null;
}

export const companyShown = (company: Company, flows: number): CompanyShown => ({
  id: company.id,
  name: company.name,
  org_number: company.orgNumber,
  nace: company.nace,
  activity: company.activity,
  municipality: company.municipality,
  lat: company.place?.lat ?? null,
  lon: company.place?.lon ?? null,
  flows,
});

export function flowShown(flow: Flow, company: Company, names: Names): FlowShown {
  return {
    id: flow.id,
    company: company.id,
    company_name: company.name,
    site: flow.site,
    process: flow.process,
    direction: flow.direction,
    role: flow.role,
    gives: gives(flow),
    resource: flow.words,
    guesses: flow.resources.map((guess) => ({
      resource: guess.resource,
      name: names.resources.get(guess.resource)?.name[names.language] ?? guess.resource,
      group: familyOf(guess.resource, names),
      weight: guess.weight,
      kind: names.resources.get(guess.resource)?.kind ?? 'unknown',
    })),
    category: wasteCodeText(flow),
    quantity: flow.stated,
    unit: flow.unit,
    annual: flow.annual,
    temperature: flow.temperature,
    temperature_return: flow.temperatureReturn,
    data_quality: flow.dataQuality,
    quality: flow.quality,
    comment: flow.comment,
    period: flow.period,
    sharing: flow.sharing,
    file: flow.source?.file ?? null,
    line: flow.source?.line ?? null,
  };
}

export const exchangeShown = (one: Exchange, nameOf: (company: string) => string): ExchangeShown => ({
  id: one.id,
  from: one.from,
  to: one.to,
  from_name: nameOf(one.from),
  to_name: nameOf(one.to),
  resource: one.words,
  annual: one.annual,
  unit: one.unit,
  file: one.source?.file ?? null,
  line: one.source?.line ?? null,
});
