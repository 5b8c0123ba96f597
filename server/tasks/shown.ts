// Domain values as the contract shows them: snake case, names beside ids, null for what is not known.
import type { CompanyShown, ExchangeShown, FlowShown } from '../contract/clusters.ts';
import type { Language } from '../contract/errors.ts';
import type { Company } from '../domain/company.ts';
import type { Exchange } from '../domain/exchange.ts';
import { gives } from '../domain/flow.ts';
import type { Flow } from '../domain/flow.ts';
import type { Resource, ResourceId } from '../domain/resource.ts';

type Names = { readonly resources: ReadonlyMap<ResourceId, Resource>; readonly language: Language };

/** The family a resource is drawn under where a picture shows few: its forefather on the second or third level of the taxonomy. */
const FAMILY_LEVEL = 3;

export function familyOf(id: ResourceId, { resources, language }: Names): string | null {
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
    category: flow.wasteCode,
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
