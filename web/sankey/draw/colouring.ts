// What do the colours of a picture stand for, and what must its legend say?
import { NO_COLOUR, coloursOf } from '../colours/assign.ts';
import type { Colour } from '../colours/assign.ts';
import { TEMPERATURE_LIMITS, className, temperatureClass } from '../colours/temperatureClasses.ts';
import type { GraphLink, Language, LegendWanted, SankeyGraph } from '../types.ts';
import { byText } from '../sortText.ts';
import { SANKEY_WORDS } from './words.ts';

export type ColourBy = 'kind' | 'temperature' | 'source' | 'none';

export type Colouring = {
  readonly colourOf: (link: GraphLink) => Colour;
  readonly entries: readonly { readonly key: string; readonly text: string; readonly colour: Colour }[];
};

/** A legend of more names is longer than the picture: the links tell theirs on focus. */
const LEGEND = 48;

/** `nameOf`: what a colour's key is called in the legend. */
export function colouring(graph: SankeyGraph, by: ColourBy, nameOf: (key: string) => string = (key) => key): Colouring {
  if (by === 'none') return { colourOf: () => NO_COLOUR, entries: [] };
  if (by === 'temperature') {
    const ranks = new Set(graph.links.flatMap((link) => (link.temperature === null ? [] : [temperatureClass(link.temperature).rank])));
    const entries = [...Array(TEMPERATURE_LIMITS.length + 1).keys()]
      .filter((rank) => ranks.has(rank))
      .map((rank) => ({ key: `t${rank}`, text: className(rank), colour: { slot: `t${rank}`, texture: 'plain' as const } }));
    return {
      colourOf: (link) =>
        link.temperature === null ? NO_COLOUR : { slot: `t${temperatureClass(link.temperature).rank}`, texture: 'plain' },
      entries,
    };
  }
  const keyOf = (link: GraphLink): string => (by === 'source' ? link.source : link.colourKey);
  const colours = coloursOf(graph.links.map(keyOf));
  const entries = [...colours].sort(([a], [b]) => byText(a, b)).map(([key, colour]) => ({ key: `k:${key}`, text: nameOf(key), colour }));
  return {
    colourOf: (link) => colours.get(keyOf(link)) ?? NO_COLOUR,
    entries: entries.length > 1 && entries.length <= LEGEND ? entries : [],
  };
}

/** Entries for colours and for the marks that this graph may need. */
export function legendOf(graph: SankeyGraph, colours: Colouring, language: Language): LegendWanted[] {
  const words = SANKEY_WORDS[language];
  const marks: LegendWanted[] = [];
  if (graph.links.some((link) => link.estimated)) marks.push({ key: 'mark:estimated', text: words.legendEstimated });
  if (graph.links.some((link) => link.min !== null && link.max !== null && link.max > link.min))
    marks.push({ key: 'mark:range', text: words.legendRange });
  marks.push(
    { key: 'mark:return', text: words.legendReturn, when: 'return' },
    { key: 'mark:stub', text: words.legendStub, when: 'stub' },
    { key: 'mark:hairline', text: words.legendHairline, when: 'hairline' },
  );
  return [...colours.entries.map(({ key, text }) => ({ key, text })), ...marks];
}
