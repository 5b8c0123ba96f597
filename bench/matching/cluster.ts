// Made-up clusters of any size, spread as companies are: most in towns along the coast, a few alone.
import type { Company } from '../../server/domain/company.ts';
import type { Annual } from '../../server/domain/estimate.ts';
import type { Flow } from '../../server/domain/flow.ts';
import type { Resource } from '../../server/domain/resource.ts';
import { celsius } from '../../server/domain/temperature.ts';

export type Spread = 'cluster' | 'norway';

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NACE = ['10.20', '16.10', '24.10', '35.30', '03.22', '23.61', '38.32', '20.11', '10.51', '17.11', '35.21', '22.29', '01.13', '63.11'];

/**
 * `companies` of `flowsEach` flows. Words are names and synonyms of the taxonomy; half of the flows give, half take; two thirds state an amount.
 * `norway` puts a town for every twelve companies along a band from south to north; fewer flows than 100,000 fill a part of it, as densely.
 */
export function makeCluster(
  companies: number,
  flowsEach: number,
  spread: Spread,
  resources: readonly Resource[],
  seed = 1,
): { readonly companies: readonly Company[]; readonly flows: readonly Flow[] } {
  const next = generator(seed);
  const pick = <One>(list: readonly One[]): One => list[Math.floor(next() * list.length)] as One;
  const leaves = resources.filter(({ leaf, id }) => leaf && !id.startsWith('svc'));
  const isNeed = ({ id }: Resource): boolean => /^(?:mat\.prod|en\.need|wat\.need)/u.test(id);
  const [given, taken] = [leaves.filter((one) => !isNeed(one)), leaves.filter(isNeed)];
  // A part of the country as large as its part of 100,000 flows, so that density stays the same.
  const side = Math.sqrt(Math.min(1, (companies * flowsEach) / 100_000));
  const towns = Array.from({ length: Math.max(1, Math.round(companies / 12)) }, () => ({
    lat: 58.2 + side * 12 * next() ** 1.6,
    lon: 6 + side * 5 * next(),
  }));
  const made: Company[] = [];
  const flows: Flow[] = [];
  for (let c = 0; c < companies; c++) {
    const town = spread === 'cluster' ? { lat: 63.3, lon: 9.85 } : pick(towns);
    const id = `C${String(c).padStart(6, '0')}`;
    made.push({
      id,
      name: id,
      orgNumber: null,
      parent: null,
      nace: pick(NACE),
      activity: null,
      municipality: null,
      country: 'NO',
      place: { lat: town.lat + (next() - 0.5) * 0.2, lon: town.lon + (next() - 0.5) * 0.4 },
      sites: [],
    });
    for (let f = 0; f < flowsEach; f++) flows.push(makeFlow(`${id}.${String(f).padStart(2, '0')}`, id, f % 2 === 0));
  }
  return { companies: made, flows };

  function makeFlow(id: string, company: string, giving: boolean): Flow {
    const resource = pick(giving || next() < 0.2 ? given : taken);
    const heat = resource.id.startsWith('en.');
    const amount = Math.round(10 ** (1 + 3 * next()));
    const annual: Annual | null =
      next() < 0.67
        ? { low: amount / 1.3, likely: amount, high: amount * 1.3, unit: heat ? 'MWh' : resource.id.startsWith('wat') ? 'm3' : 't' }
        : null;
    return {
      id,
      company,
      site: null,
      process: null,
      direction: giving ? 'out' : 'in',
      role: giving ? 'surplus' : 'need',
      words: pick([resource.name.nb, resource.name.en, ...resource.synonyms.nb, ...resource.synonyms.en]),
      resources: [],
      kind: null,
      wasteCode: null,
      stated: annual === null ? null : { value: amount },
      unit: annual?.unit ?? null,
      annual,
      temperature: heat && next() < 0.5 ? celsius(Math.round(20 + 100 * next())) : null,
      temperatureReturn: null,
      hours: null,
      profile: null,
      price: null,
      dataQuality: null,
      quality: null,
      comment: null,
      period: null,
      sharing: 'cluster',
      source: null,
    };
  }
}
