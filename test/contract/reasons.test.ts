import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { REASONS, reasonText } from '../../server/contract/reasons.ts';

const root = fileURLToPath(new URL('../../server/', import.meta.url));
const sources = [
  ...readdirSync(join(root, 'matching'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'settings.ts')
    .map((name) => join('matching', name)),
  'tasks/matchFiles.ts',
]
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');
const CODE = /['"`]((?:resource|quality|temperature|time|volume|distance|law|sharing|ask|assume|row|file)\.[a-zA-Z.]+)['"`]/gu;
const SETTINGS = /settings\[[^\]]*\]|\['[a-zA-Z.]+', '[a-zA-Z.]+'\]|`[^`]*\$\{[^`]*`/gu;
const used = new Set([...sources.replaceAll(SETTINGS, '').matchAll(CODE)].map((found) => found[1] ?? ''));

describe('the table of reasons', () => {
  it.each(
    [...used].filter(
      (code) =>
        !/^(?:resource\.sure|time\.(?:good|least)|volume\.leastShare|distance\.unknown$|quality\.blend$)/u.test(code) || code in REASONS,
    ),
  )('has a sentence in both languages for %s', (code) => {
    expect(REASONS[code]?.nb).toBeTruthy();
    expect(REASONS[code]?.en).toBeTruthy();
  });

  it('names the same values in both languages', () => {
    const names = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/gu)].map((found) => found[1] ?? ''))].sort();
    for (const [code, { nb, en }] of Object.entries(REASONS)) expect([code, names(nb)]).toEqual([code, names(en)]);
  });

  it('writes numbers as the language has them', () => {
    const reason = { code: 'distance.near', values: { km: 3.94 } };
    expect(reasonText(reason, 'nb')).toBe('3,9 km fra hverandre.');
    expect(reasonText(reason, 'en')).toBe('3.9 km apart.');
  });

  it('takes the name that is in the language', () => {
    const reason = { code: 'resource.same', values: { resource_nb: 'Bark', resource_en: 'Bark (wood)' } };
    expect(reasonText(reason, 'en')).toBe('Both are Bark (wood).');
  });

  it('shows a value that nobody gave as its name', () => {
    expect(reasonText({ code: 'law.ask', values: {} }, 'en')).toBe('Check the rules: {flags}.');
  });
});
