// The picture as files.
import { csvText, download, pngOf, svgText } from '../sankey/draw/exportPicture.ts';
import type { SankeyLayout } from '../sankey/types.ts';
import type { FlowTable } from './readFlowTable.ts';
import { sharedText } from './share.ts';
import type { View } from './view.ts';
import type { DrawWords } from './words.ts';

type Props = {
  readonly frame: { readonly current: HTMLElement | null };
  readonly layout: SankeyLayout;
  readonly table: FlowTable;
  readonly view: View;
  readonly words: DrawWords;
};

export function ExportBar({ frame, layout, table, view, words }: Props) {
  const name = table.name.replace(/\.[^.]+$/, '') || 'flyt';
  const picture = (): SVGSVGElement | null => frame.current?.querySelector<SVGSVGElement>('svg.sankey') ?? null;
  const save = (text: string, type: string, ending: string): void => download(new Blob([text], { type }), `${name}.${ending}`);
  const svg = (): void => {
    const element = picture();
    if (element) save(svgText(element), 'image/svg+xml', 'svg');
  };
  const png = async (): Promise<void> => {
    const element = picture();
    if (element) download(await pngOf(element), `${name}.png`);
  };
  return (
    <div class="exports" role="group" aria-label={words.download}>
      <span aria-hidden="true">{words.download}</span>
      <button type="button" data-export="svg" onClick={svg}>
        {words.svg}
      </button>
      <button type="button" data-export="png" onClick={() => void png()}>
        {words.png}
      </button>
      <button type="button" data-export="csv" onClick={() => save(`\ufeff${csvText(layout)}`, 'text/csv;charset=utf-8', 'csv')}>
        {words.csv}
      </button>
      <button type="button" data-export="share" onClick={() => save(sharedText(table, view), 'application/json', 'flytkart.json')}>
        {words.share}
      </button>
      <button type="button" onClick={() => print()}>
        {words.print}
      </button>
    </div>
  );
}
