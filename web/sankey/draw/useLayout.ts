// The layout of a graph for a page: at once for ordinary pictures, in a worker for large ones.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { layOut } from '../layOut/layOut.ts';
import type { LayOutOptions, SankeyGraph, SankeyLayout } from '../types.ts';
import { layOutAside } from './layOutAside.ts';

/** Links above which the page would stand still too long. */
export const WORKER_FROM = 150;

/** Null until the first layout is there; while a large graph is worked on, the layout before it stays. */
export function useLayout(graph: SankeyGraph | null, options: LayOutOptions | null): SankeyLayout | null {
  const ready = graph !== null && options !== null && options.width > 0 && graph.links.length > 0;
  const large = ready && graph.links.length > WORKER_FROM;
  const direct = useMemo(() => (ready && !large ? layOut(graph, options) : null), [graph, options, ready, large]);
  const aside = useAside(large ? graph : null, options);
  return ready ? (large ? aside : direct) : null;
}

function useAside(graph: SankeyGraph | null, options: LayOutOptions | null): SankeyLayout | null {
  const [layout, setLayout] = useState<SankeyLayout | null>(null);
  useEffect(() => {
    if (graph === null || options === null) {
      setLayout(null);
      return undefined;
    }
    let wanted = true;
    void layOutAside(graph, options).then((done) => {
      if (wanted) setLayout(done);
    });
    return () => {
      wanted = false;
    };
  }, [graph, options]);
  return layout;
}
