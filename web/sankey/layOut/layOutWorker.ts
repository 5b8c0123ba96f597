// layOut beside the page: large pictures must not hold up typing and scrolling.
import type { LayOutOptions, SankeyGraph } from '../types.ts';
import { layOut } from './layOut.ts';

export type LayOutWork = { readonly number: number; readonly graph: SankeyGraph; readonly options: LayOutOptions };

self.addEventListener('message', ({ data }: MessageEvent<LayOutWork>) => {
  self.postMessage({ number: data.number, layout: layOut(data.graph, data.options) });
});
