// A graph as a whole picture in the width there is: laid out (in a worker when large), coloured, with its legend.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Language, LayOutOptions, SankeyGraph } from '../types.ts';
import { colouring, legendOf } from './colouring.ts';
import type { ColourBy } from './colouring.ts';
import { fontScale } from './fontScale.ts';
import { Sankey } from './Sankey.tsx';
import type { SankeyProps } from './Sankey.tsx';
import { useLayout } from './useLayout.ts';

type Props = Pick<SankeyProps, 'title' | 'onFocus' | 'onOpen' | 'onPin' | 'moving'> & {
  readonly graph: SankeyGraph;
  readonly language: Language;
  /** One screen's height, px. */
  readonly height: number;
  readonly colourBy?: ColourBy | undefined;
  /** What a colour's key is called in the legend. */
  readonly colourName?: ((key: string) => string) | undefined;
  readonly pins?: LayOutOptions['pins'];
  readonly order?: LayOutOptions['order'];
};

export function Picture({ graph, language, height, colourBy = 'kind', colourName, pins, order, ...rest }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, textScale: 1 });
  useEffect(() => {
    if (!frame.current) return undefined;
    const watcher = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      setRoom((before) => (before.width === width ? before : { width, textScale: fontScale() }));
    });
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  const colours = useMemo(() => colouring(graph, colourBy, colourName), [graph, colourBy, colourName]);
  const options = useMemo(
    (): LayOutOptions => ({ ...room, height, language, pins, order, legend: legendOf(graph, colours, language) }),
    [room, height, language, pins, order, graph, colours],
  );
  const layout = useLayout(graph, options);
  return (
    <div class="sankey-room" ref={frame}>
      {layout !== null && <Sankey {...rest} layout={layout} language={language} colours={colours} />}
    </div>
  );
}
