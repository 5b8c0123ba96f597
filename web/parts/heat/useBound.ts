// How good any network of a cluster could be: asked once the page is there, since it takes a solver some seconds.
import { useEffect, useState } from 'preact/hooks';
import type { HeatBound } from '../../../server/contract/heatAnswer.ts';
import { ask } from '../../client.ts';

/** A slider that moves on within this time is not solved for. */
const RESTS = 600;

/** What the solver says of the network, some seconds after the page; null where it fails. */
export function useBound(cluster: string, ground: Readonly<Record<string, string | number>>, ready: boolean): HeatBound | 'pending' | null {
  const key = JSON.stringify([cluster, ground]);
  const [told, setTold] = useState<{ readonly key: string; readonly bound: HeatBound | null } | null>(null);
  useEffect(() => {
    if (!ready) return;
    const leaving = new AbortController();
    const wait = setTimeout(() => {
      ask('heatBound', { path: { cluster }, query: ground, signal: leaving.signal }).then(
        (bound) => setTold({ key, bound }),
        () => !leaving.signal.aborted && setTold({ key, bound: null }),
      );
    }, RESTS);
    return () => {
      clearTimeout(wait);
      leaving.abort();
    };
  }, [key, ready]);
  return told?.key === key ? told.bound : 'pending';
}
