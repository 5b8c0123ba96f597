// A diagram in its frame: chosen, laid out for the width there is, drawn; with what is not drawn said below it.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Picture } from '../pictures/flowPictures.ts';
import { choose } from '../sankey/choose/choose.ts';
import { Picture as Drawing } from '../sankey/draw/Picture.tsx';
import type { SankeyGraph } from '../sankey/types.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

type Props = {
  picture: Picture;
  title: string;
  caption: string;
  /** Asked for what stands behind a ribbon or a node: the ids of its flows. */
  onOpen: (flows: readonly string[]) => void;
  /** What stands beside a node, where that is not its id. */
  labelOf?: (node: string) => string;
};

type Chosen = { readonly id: string; readonly what: 'node' | 'link'; readonly name: string };

/** Height of one screen, px; a diagram may grow to four of them. */
const SCREEN = 620;

const asItIs = (node: string): string => node;
const named = (graph: SankeyGraph, labelOf: (node: string) => string): SankeyGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, label: labelOf(node.id) })),
});

export function FlowDiagram({ picture, title, caption, onOpen, labelOf = asItIs }: Props) {
  const words = useWords();
  const language = useLanguage();
  const graph = useMemo(() => named(choose(picture.rows), labelOf), [picture, labelOf]);
  const colourName = useCallback((key: string): string => picture.colours.get(key) ?? key, [picture]);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => setChosen(null), [graph]);
  /** The flows of a ribbon, or of all ribbons at a node. */
  const behindOf = (id: string, what: 'node' | 'link'): string[] => {
    const links = graph.links.filter((link) => (what === 'link' ? link.id === id : link.source === id || link.target === id));
    return [...new Set(links.flatMap((link) => link.members).flatMap((row) => picture.behind.get(row) ?? [row]))];
  };
  // What was looked at last stays chosen when the focus goes on to the button.
  const follow = (id: string | null, what: 'node' | 'link'): void => {
    if (id === null) return;
    const link = graph.links.find((one) => one.id === id);
    setChosen({ id, what, name: what === 'link' && link ? `${labelOf(link.source)} → ${labelOf(link.target)}` : labelOf(id) });
  };
  return (
    <figure>
      {graph.links.length > 0 && (
        <Drawing
          graph={graph}
          title={title}
          language={language}
          height={SCREEN}
          colourName={colourName}
          onOpen={(id, what) => onOpen(behindOf(id, what))}
          onFocus={follow}
        />
      )}
      {chosen !== null && (
        <p class="chosen-flow">
          <button type="button" onClick={() => onOpen(behindOf(chosen.id, chosen.what))}>
            {words.showSource}
          </button>{' '}
          <span class="quiet">{chosen.name}</span>
        </p>
      )}
      <figcaption>
        {caption} {picture.notDrawn === 1 && words.notDrawnOne}
        {picture.notDrawn > 1 && fill(words.notDrawn, { count: picture.notDrawn })}
      </figcaption>
    </figure>
  );
}
