// How much room has the picture, and how wide is the font in use?
import { useEffect, useState } from 'preact/hooks';
import { textWidth } from '../sankey/layOut/text.ts';

const SAMPLE = 'Fjernvarme til Trondheim, 1 234,5 GWh: æøå ÆØÅ';
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

/** How much wider the page's font is than the table of widths; never below 1. */
function fontScale(): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 1;
  context.font = "100px Arial, 'Liberation Sans', Helvetica, Roboto, sans-serif";
  return Math.max(1, Math.round((context.measureText(SAMPLE).width / textWidth(SAMPLE, 100)) * 100) / 100);
}
