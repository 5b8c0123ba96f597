// The layout of a graph for a page: at once for ordinary pictures, in a worker for large ones.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { layOut } from '../layOut/layOut.ts';
import type { LayOutWork } from '../layOut/layOutWorker.ts';
import type { LayOutOptions, SankeyGraph, SankeyLayout } from '../types.ts';

/** Links above which the page would stand still too long. */
export const WORKER_FROM = 1000;

/** Null until the first layout is there; while a large graph is worked on, the layout before it stays. */
export function useLayout(graph: SankeyGraph | null, options: LayOutOptions | null): SankeyLayout | null {
  const ready = graph !== null && options !== null && options.width > 0 && graph.links.length > 0;
  const large = ready && graph.links.length > WORKER_FROM;
  const direct = useMemo(() => (ready && !large ? layOut(graph, options) : null), [graph, options, ready, large]);
  const worked = useWorked(large ? graph : null, options);
  return ready ? (large ? worked : direct) : null;
}

function useWorked(graph: SankeyGraph | null, options: LayOutOptions | null): SankeyLayout | null {
  const [layout, setLayout] = useState<SankeyLayout | null>(null);
  const worker = useRef<Worker | null>(null);
  const last = useRef(0);
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    if (graph === null || options === null) {
      setLayout(null);
      return;
    }
    const number = ++last.current;
    worker.current ??= new Worker(new URL('../layOut/layOutWorker.ts', import.meta.url), { type: 'module' });
    const done = ({ data }: MessageEvent<{ number: number; layout: SankeyLayout }>): void => {
      if (data.number === number) setLayout(data.layout);
    };
    worker.current.addEventListener('message', done);
    worker.current.postMessage({ number, graph, options } satisfies LayOutWork);
    const held = worker.current;
    return () => held.removeEventListener('message', done);
  }, [graph, options]);
  return layout;
}
