import { describe, expect, it } from 'vitest';
import { choose } from '../../../../web/sankey/choose/choose.ts';
import { amountText } from '../../../../web/sankey/layOut/amounts.ts';
import { layOut } from '../../../../web/sankey/layOut/layOut.ts';
import { wrapped } from '../../../../web/sankey/layOut/text.ts';
import { aFlow } from '../tables.ts';

const works = ['Malm', 'Ovn', 'Støping', 'Valsing', 'Bygg', 'Skrap', 'Smelte'];
const chain = choose(works.slice(1).map((name, i) => aFlow(works[i] ?? '', name, 1200)));

describe('names beside their nodes', () => {
  it('stand there on a page of 960 px with seven columns of short names, and not in a numbered key', () => {
    expect(layOut(chain, { width: 960, height: 410, language: 'nb' }).key).toEqual([]);
  });

  it('are numbers with a key where the columns are too close for them', () => {
    const many = choose(Array.from({ length: 14 }, (_, i) => aFlow(`Renseanlegg ${i}`, `Renseanlegg ${i + 1}`, 1200)));
    expect(layOut(many, { width: 390, height: 640, language: 'nb' }).key).toHaveLength(15);
  });

  it('stand there without their amounts where there is no room for both, and what numbers are left run from 1', () => {
    const rows = [...Array(9).keys()].flatMap((i) => [
      aFlow(`Anlegg ${i}`, `Anlegg ${i + 1}`, 120_000),
      aFlow(`Anlegg ${i}`, `Anlegg ${i + 1}`, 34_500, { id: `w${i}`, unit: 'MWh' }),
      aFlow(`Anlegg ${i + 1}`, `Anlegg ${i}`, 9000 + i, { id: `r${i}` }),
    ]);
    const layout = layOut(choose(rows), { width: 1100, height: 700, language: 'nb' });
    const words = layout.labels.filter((label) => label.what === 'node').map((label) => label.lines.map((line) => line.text).join(' '));
    expect(words.filter((text) => text.startsWith('Anlegg')).length).toBeGreaterThanOrEqual(7);
    expect(layout.key.map((entry) => entry.number)).toEqual(layout.key.map((_, i) => i + 1));
  });

  it('and the difference of every stub are told on a phone too', () => {
    const rows = [aFlow('Kraftverk', 'By', 800), aFlow('By', 'Renseanlegg', 500), aFlow('Renseanlegg', 'Kraftverk', 12)];
    const layout = layOut(choose(rows), { width: 375, height: 640, language: 'nb' });
    const told = layout.labels.filter((label) => label.what === 'stub').map((label) => label.full.replaceAll('\u00a0', ' '));
    expect(told.toSorted()).toEqual(['+788 t', '−300 t', '−488 t'].toSorted());
  });

  it('of a hundred characters are read whole where the page is wide', () => {
    const name = 'Næringsmiddelbedriften Sørøyfjærens Brønnbåt- og Fiskeoppdrettsselskap på Værøy, avdeling Øvre Åsgård';
    const layout = layOut(choose([aFlow(name, 'Marked', 10)]), { width: 1400, height: 700, language: 'nb' });
    const lines = layout.labels.find((label) => label.of === name)?.lines.map((line) => line.text) ?? [];
    expect(lines.join(' ')).toContain('avdeling Øvre Åsgård');
  });

  it('break where a syllable begins', () => {
    const lines = (word: string, letters: number): string[] => wrapped(word, letters * 6.2, 12, 3);
    expect(lines('Biogassanlegg', 11)[0]).toBe('Biogassan-');
    expect(lines('Emballasje', 8)[0]).toBe('Embal-');
  });
});

it('writes an amount of hundreds of digits with a power of ten', () => {
  expect(amountText(5e22, 't', 'nb')).toBe('5,00e+22\u00a0t');
  expect(amountText(123_456_789_012, 't', 'en')).toBe('123,500,000,000\u00a0t');
});
