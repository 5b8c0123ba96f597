// The program's own knowledge, built once for the tests of matching.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Company } from '../../server/domain/company.ts';
import type { Flow, Role } from '../../server/domain/flow.ts';
import { annualOf } from '../../server/domain/spread.ts';
import { celsius } from '../../server/domain/temperature.ts';
import { annualFactor } from '../../server/domain/unitsAnnual.ts';
import { isProblem, parseUnit } from '../../server/domain/unitsParse.ts';
import { loadLexicon } from '../../server/reference/loadLexicon.ts';
import { loadReference } from '../../server/reference/loadReference.ts';
import { matchTools } from '../../server/tasks/matchFiles.ts';
import { classifyFlows } from '../../server/tasks/classifyFlows.ts';
import { createClassifier } from '../../server/taxonomy/classifier.ts';
import { aCompany, aNeed } from './makers.ts';

const reference = loadReference();
export const tools = matchTools(reference, createClassifier({ ...reference, lexicon: loadLexicon(new Set(reference.resources.keys())) }));

type Row = Readonly<Record<string, string>>;
export const rowsIn = (path: string): readonly Row[] =>
  parse(readFileSync(new URL(`../../${path}`, import.meta.url)), { bom: true, columns: true });

/** The demo cluster as flows, classified from their words alone. */
export function demoCluster(): { readonly companies: readonly Company[]; readonly flows: readonly Flow[] } {
  const companies = new Map<string, Company>();
  const flows: Flow[] = [];
  for (const row of rowsIn('fixtures/demo/demo-cluster.csv')) {
    const [id, company] = [row['flow_id'] ?? '', row['company_id'] ?? ''];
    companies.set(
      company,
      aCompany(company, {
        name: row['company'] ?? '',
        nace: row['nace'] ?? null,
        activity: row['activity'] ?? null,
        place: { lat: Number(row['lat']), lon: Number(row['lon']) },
      }),
    );
    const words = row['resource_text_nb'] ?? '';
    const note = row['quality_note'] ?? '';
    const degrees = [...`${words}; ${note}`.matchAll(/(\d+)(?:\s*(?:-|til|\/)\s*(\d+))?\s*°C/gu)].at(-1);
    const [one, two] = [Number(degrees?.[1]), Number(degrees?.[2] ?? degrees?.[1])];
    const meaning = parseUnit(row['unit'] ?? '', tools.units);
    const factor = isProblem(meaning) ? null : annualFactor(meaning, { hours: null, days: null, dryShare: null });
    const value = Number(row['quantity']);
    flows.push(
      aNeed({
        id,
        company,
        direction: row['direction'] === 'out' ? 'out' : 'in',
        role: (row['role'] ?? 'unknown') as Role,
        words,
        wasteCode: row['ewc_suggested']?.replaceAll(/\D/gu, '') || null,
        stated: { value },
        unit: row['unit'] ?? null,
        annual: factor !== null && 'factor' in factor ? annualOf({ value }, null, factor.factor, factor.unit, tools.spreads) : null,
        temperature: degrees === undefined ? null : celsius(Math.max(one, two)),
        quality: note === '' ? null : note,
        sharing: row['sharing'] === 'own' ? 'own' : 'cluster',
      }),
    );
  }
  return { companies: [...companies.values()], flows: classifyFlows(flows, companies, tools.classifier) };
}
