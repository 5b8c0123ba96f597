// How much room has the picture, and how wide is the font in use?
import { useEffect, useState } from 'preact/hooks';
import { fontScale } from '../sankey/draw/fontScale.ts';

/** What of a screen's height the page's own lines take, px. */
const AROUND = 190;

export function useFrame(frame: { readonly current: HTMLElement | null }): { width: number; height: number; textScale: number } {
  const [room, setRoom] = useState({ width: 0, height: 600, textScale: 1 });
  useEffect(() => {
    if (!frame.current) return;
    const measure = (): void => {
      const width = Math.floor(frame.current?.clientWidth ?? 0);
      setRoom((before) => {
        const height = Math.max(360, innerHeight - AROUND);
        return before.width === width && before.height === height ? before : { width, height, textScale: fontScale() };
      });
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(frame.current);
    addEventListener('resize', measure);
    return () => {
      watcher.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  return room;
}
