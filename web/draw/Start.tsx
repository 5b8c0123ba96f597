// What /draw shows before there is a table: pictures to begin with, and how a table looks.
import { useEffect, useState } from 'preact/hooks';
import { choose } from '../sankey/choose/choose.ts';
import { colouring } from '../sankey/draw/colouring.ts';
import { layOutAside } from '../sankey/draw/layOutAside.ts';
import type { SankeyLayout } from '../sankey/types.ts';
import { bytesOfText } from './bytes.ts';
import { EXAMPLES } from './examples.ts';
import type { Example } from './examples.ts';
import { readFlowTable } from './readFlowTable.ts';
import type { DrawWords, Language } from './words.ts';

const SHOWN = ['energy-balance.csv', 'pulp-mill.csv', 'water-energy.csv', 'aluminium.csv', 'heat-ladder.csv', 'rings.csv'];
/** Of a small picture, px. */
const SIZE = { width: 640, height: 420 };
const TABLE = `id,source,target,value,unit,kind
1,Skog,Sagbruk,100,t,tømmer
2,Sagbruk,Fjernvarme,40,t,bark
3,Sagbruk,Marked,60,t,skurlast`;

type Props = { readonly language: Language; readonly words: DrawWords; readonly onOpen: (name: string, text: string) => void };

export function Start({ language, words, onOpen }: Props) {
  return (
    <section class="start" aria-labelledby="start">
      <h2 id="start">{words.startTitle}</h2>
      <ul class="sankey start-pictures">
        {SHOWN.flatMap((file) => EXAMPLES.filter((example) => example.file === file)).map((example) => (
          <li key={example.file}>
            <button type="button" data-start={example.file} onClick={() => onOpen(example.file, example.csv)}>
              <Sketch example={example} />
              <span>{example[language]}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="start-table">
        <div>
          <h2>{words.startTable}</h2>
          <p>{words.startHow}</p>
        </div>
        <pre>{TABLE}</pre>
      </div>
    </section>
  );
}

type Drawn = { readonly layout: SankeyLayout; readonly slots: ReadonlyMap<string, string> };

/** Ribbons and bars alone. Laid out in the worker, which then has run before the first table comes. */
function Sketch({ example }: { readonly example: Example }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let wanted = true;
    const draw = async (): Promise<void> => {
      const reading = await readFlowTable(bytesOfText(example.file, example.csv));
      if (reading.outcome !== 'table') return;
      const graph = choose(reading.table.flows);
      const layout = await layOutAside(graph, { ...SIZE, screens: 1, linkLabels: false });
      const { colourOf } = colouring(graph, example.colours ?? 'kind');
      if (wanted) setDrawn({ layout, slots: new Map(layout.links.map((link) => [link.id, colourOf(link).slot])) });
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [example]);
  const { width, height } = drawn?.layout.picture ?? SIZE;
  return (
    <svg class="sketch" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {drawn?.layout.links.map((link) => (
        <path key={link.id} class={`band ${drawn.slots.get(link.id) ?? 'none'}`} d={link.path} />
      ))}
      {drawn?.layout.nodes.flatMap((node) =>
        node.bars.map((bar) => (
          <rect key={`${node.id} ${bar.unit}`} class="bar" x={bar.x} y={bar.y} width={bar.width} height={bar.height} />
        )),
      )}
    </svg>
  );
}
