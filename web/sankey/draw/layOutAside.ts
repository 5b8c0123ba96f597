// The one worker of a page that lays out large pictures.
import type { LayOutWork } from '../layOut/layOutWorker.ts';
import { layOut } from '../layOut/layOut.ts';
import type { LayOutOptions, SankeyGraph, SankeyLayout } from '../types.ts';

type Asked = { readonly graph: SankeyGraph; readonly options: LayOutOptions; readonly answer: (layout: SankeyLayout) => void };

let worker: Worker | null = null;
/** It could not be fetched, or it broke: the page does the work itself from then on. */
let broken = false;
let number = 0;
const waiting = new Map<number, Asked>();

/** Starts the worker: a page that must work with the network gone calls it when it opens. */
export function prepareToLayOut(): void {
  if (worker !== null || broken) return;
  worker = new Worker(new URL('../layOut/layOutWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<{ number: number; layout: SankeyLayout }>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    asked?.answer(data.layout);
  });
  // Said once, and perhaps before anything was asked.
  worker.addEventListener('error', () => {
    broken = true;
    worker?.terminate();
    worker = null;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { graph, options, answer } of left) answer(layOut(graph, options));
  });
}

/** Where the worker cannot be had, the page does the work itself. */
export function layOutAside(graph: SankeyGraph, options: LayOutOptions): Promise<SankeyLayout> {
  prepareToLayOut();
  return new Promise((answer) => {
    if (worker === null) {
      answer(layOut(graph, options));
      return;
    }
    number++;
    waiting.set(number, { graph, options, answer });
    worker.postMessage({ number, graph, options } satisfies LayOutWork);
  });
}
