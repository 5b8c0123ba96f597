// What a screen reader says of a node or a link, and what stands in its tip: everything the picture shows of it, in words.
import { LONGEST, amountText, withUnit } from '../layOut/amounts.ts';
import type { LaidLink, LaidNode, Language, Stub } from '../types.ts';
import { SANKEY_WORDS } from './words.ts';

export function linkName(link: LaidLink, language: Language): string {
  const words = SANKEY_WORDS[language];
  const parts = [
    `${link.source} ${words.to} ${link.target}`,
    ...(link.kind === null ? [] : [link.kind]),
    exact(link.value, link.unit, language),
    ...(link.min !== null && link.max !== null
      ? [`${words.between} ${amountText(link.min, '', language)} ${words.and} ${amountText(link.max, link.unit, language)}`]
      : []),
    ...(link.temperature === null ? [] : [amountText(link.temperature, '°C', language)]),
    ...(link.isReturn ? [words.returnFlow] : []),
    ...(link.estimated ? [words.estimated] : []),
    ...(link.hairline ? [words.notToScale] : []),
  ];
  return spoken(parts);
}

export function nodeName(node: LaidNode, stubs: readonly Stub[], language: Language): string {
  const words = SANKEY_WORDS[language];
  const bars = node.bars.flatMap((bar) => [
    ...(bar.in > 0 ? [`${exact(bar.in, bar.unit, language)} ${words.in}`] : []),
    ...(bar.out > 0 ? [`${exact(bar.out, bar.unit, language)} ${words.out}`] : []),
  ]);
  const missing = stubs
    .filter((stub) => stub.node === node.id)
    .map((stub) => `${stub.side === 'in' ? words.missingIn : words.missingOut} ${amountText(stub.value, stub.unit, language)}`);
  return spoken([node.label, ...bars, ...missing]);
}

/** With plain spaces: readers and tools search for them. */
const spoken = (parts: readonly string[]): string => parts.join(', ').replaceAll(/[\u00a0\u202f]/g, ' ');

/** Made once: a picture of thousands of links writes as many numbers. */
const formats = {
  nb: new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 12 }),
} satisfies Record<Language, Intl.NumberFormat>;

/** Every digit that the table gave. */
function exact(value: number, unit: string, language: Language): string {
  if (value < 1e-4 || value >= LONGEST) return amountText(value, unit, language);
  return withUnit(formats[language].format(value), unit);
}
