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
