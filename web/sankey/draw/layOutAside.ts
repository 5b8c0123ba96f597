// The one worker of a page that lays out large pictures.
import type { LayOutWork } from '../layOut/layOutWorker.ts';
import { layOut } from '../layOut/layOut.ts';
import type { LayOutOptions, SankeyGraph, SankeyLayout } from '../types.ts';

let worker: Worker | null = null;
let asked = 0;

/** Starts the worker: a page that must work with the network gone calls it when it opens. */
export function prepareToLayOut(): Worker {
  worker ??= new Worker(new URL('../layOut/layOutWorker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/** Where the worker cannot be had, the page does the work itself. */
export function layOutAside(graph: SankeyGraph, options: LayOutOptions): Promise<SankeyLayout> {
  const number = ++asked;
  const aside = prepareToLayOut();
  return new Promise((resolve) => {
    const stop = new AbortController();
    const { signal } = stop;
    aside.addEventListener(
      'message',
      ({ data }: MessageEvent<{ number: number; layout: SankeyLayout }>) => {
        if (data.number !== number) return;
        stop.abort();
        resolve(data.layout);
      },
      { signal },
    );
    aside.addEventListener(
      'error',
      () => {
        stop.abort();
        resolve(layOut(graph, options));
      },
      { signal },
    );
    aside.postMessage({ number, graph, options } satisfies LayOutWork);
  });
}
