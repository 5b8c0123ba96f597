// Every example at once: test, documentation and a page to develop by.
import { useMemo, useEffect, useState } from 'preact/hooks';
import { choose } from '../sankey/choose/choose.ts';
import { colouring, legendOf } from '../sankey/draw/colouring.ts';
import { Sankey } from '../sankey/draw/Sankey.tsx';
import { useLayout } from '../sankey/draw/useLayout.ts';
import type { SankeyGraph } from '../sankey/types.ts';
import { bytesOfText } from './bytes.ts';
import { EXAMPLES } from './examples.ts';
import type { Example } from './examples.ts';
import { readFlowTable } from './readFlowTable.ts';
import type { Language } from './words.ts';

type Props = {
  readonly language: Language;
  readonly width: number;
  readonly textScale: number;
  readonly onOpen: (name: string, text: string) => void;
};

export function Gallery({ language, width, textScale, onOpen }: Props) {
  return (
    <div class="gallery">
      {EXAMPLES.map((example) => (
        <section data-example={example.file}>
          <h2>
            <button type="button" onClick={() => onOpen(example.file, example.csv)}>
              {example[language]}
            </button>
          </h2>
          <Shown example={example} language={language} width={width} textScale={textScale} />
        </section>
      ))}
    </div>
  );
}

function Shown({
  example,
  language,
  width,
  textScale,
}: {
  readonly example: Example;
  readonly language: Language;
  readonly width: number;
  readonly textScale: number;
}) {
  const [graph, setGraph] = useState<SankeyGraph | null>(null);
  useEffect(() => {
    void readFlowTable(bytesOfText(example.file, example.csv)).then((reading) => {
      if (reading.outcome === 'table') setGraph(choose(reading.table.flows));
    });
  }, [example]);
  const colours = useMemo(() => (graph === null ? null : colouring(graph, example.colours ?? 'kind')), [graph, example]);
  const options = useMemo(
    () =>
      graph === null || colours === null || width === 0
        ? null
        : { width, height: 640, language, textScale, legend: legendOf(graph, colours, language) },
    [graph, colours, width, language, textScale],
  );
  const layout = useLayout(graph, options);
  return layout === null || colours === null ? null : (
    <Sankey layout={layout} title={example[language]} language={language} colours={colours} />
  );
}
