// A diagram in its frame: chosen, laid out for the width there is, drawn; with what is not drawn said below it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Picture } from '../pictures/flowPictures.ts';
import { choose } from '../sankey/choose/choose.ts';
import { Sankey } from '../sankey/draw/Sankey.tsx';
import { layOut } from '../sankey/layOut/layOut.ts';
import type { SankeyGraph } from '../sankey/types.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

type Props = {
  picture: Picture;
  title: string;
  caption: string;
  onOpen: (flow: string) => void;
  /** What stands beside a node, where that is not its id. */
  labelOf?: (node: string) => string;
};

const asItIs = (node: string): string => node;
const named = (graph: SankeyGraph, labelOf: (node: string) => string): SankeyGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, label: labelOf(node.id) })),
});

export function FlowDiagram({ picture, title, caption, onOpen, labelOf = asItIs }: Props) {
  const words = useWords();
  const language = useLanguage();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const graph = useMemo(() => named(choose(picture.rows), labelOf), [picture, labelOf]);
  const layout = useMemo(
    () => (width > 0 && graph.links.length > 0 ? layOut(graph, { width, height: 620, language }) : null),
    [graph, width, language],
  );
  return (
    <figure ref={frame}>
      {layout && <Sankey layout={layout} title={title} language={language} onOpen={onOpen} />}
      <figcaption>
        {caption} {picture.notDrawn === 1 && words.notDrawnOne}
        {picture.notDrawn > 1 && fill(words.notDrawn, { count: picture.notDrawn })}
      </figcaption>
    </figure>
  );
}

/** The frame's width in px, followed as the window changes. */
function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!frame.current) return;
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  return width;
}
