// The frame of every picture of the heat page: drawn for the width there is, walked by keyboard, its numbers as a table, saved as SVG.
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { download, pngOf, svgText } from '../../sankey/draw/exportPicture.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { useLanguage } from '../../words/words.ts';
import { heatCsv } from './heatCsv.ts';

export type HeatTable = {
  readonly head: readonly string[];
  /** Cells as they are read; numbers stand right. */
  readonly rows: readonly (readonly (string | Figure)[])[];
  /** Names of the columns in a file, where those on screen leave the units to the cells. */
  readonly csvHead?: readonly string[];
};
/** A number with its text; a span is its ends with two dots between. */
export type Figure = { readonly text: string; readonly value: number | string };

export type Drawing = { readonly width: number; readonly height: number; readonly prefix: string };
type Props = {
  /** Also the name of the saved file. */
  readonly name: string;
  readonly title: string;
  readonly caption: ComponentChildren;
  readonly heightOf: (width: number) => number;
  /** What the picture says in one sentence, for those who do not see it. */
  readonly says: string;
  readonly table: HeatTable;
  readonly draw: (drawing: Drawing) => ComponentChildren;
};

/**
 * Inside the drawing, an element with `data-item` and an accessible name is a stop: arrows go from one to the next, and its name is told under
 * the picture.
 */
export function HeatFigure({ name, title, caption, heightOf, says, table, draw }: Props): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const id = useId().replaceAll(':', '');
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(0);
  const [shown, setShown] = useState(false);
  const [told, setTold] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!frame.current) return;
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  const stops = (): SVGElement[] => [...(svg.current?.querySelectorAll<SVGElement>('[data-item]') ?? [])];
  // One tab stop: the current one, or the first where it is gone.
  useLayoutEffect(() => {
    const all = stops();
    all.forEach((one, i) => one.setAttribute('tabindex', i === Math.min(at, all.length - 1) ? '0' : '-1'));
  });
  const height = heightOf(width);
  const nameOf = (target: EventTarget | null): string =>
    (target instanceof Element ? target.closest('[data-item]')?.getAttribute('aria-label') : null) ?? '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^t$/i.test(event.key)) setShown(!shown);
    else {
      const all = stops();
      const here = all.findIndex((one) => one === event.target);
      const next = nextStop(event.key, here, all.length);
      if (here < 0 || next === null) return;
      setAt(next);
      all[next]?.focus();
    }
    event.preventDefault();
  };
  return (
    <figure class="heat-figure" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <div class="heat-frame" ref={frame}>
        {width > 0 && (
          <svg
            ref={svg}
            class="heat-picture"
            xmlns="http://www.w3.org/2000/svg"
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="application"
            aria-roledescription={words.picture}
            aria-label={`${title}. ${says} ${words.help}`}
            data-picture={name}
            onKeyDown={onKeyDown}
            onFocusIn={(event) => {
              const here = stops().findIndex((one) => one === event.target);
              if (here >= 0) setAt(here);
              setTold(nameOf(event.target));
            }}
            onPointerOver={(event) => setTold(nameOf(event.target))}
          >
            {draw({ width, height, prefix: id })}
          </svg>
        )}
      </div>
      <p class="heat-told" aria-hidden="true">
        {told || '\u00a0'}
      </p>
      <figcaption>{caption}</figcaption>
      <p class="heat-buttons">
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? words.hideTable : words.showTable}
        </button>
        <button
          type="button"
          data-export={name}
          onClick={() => svg.current && download(new Blob([svgText(svg.current)], { type: 'image/svg+xml' }), `${name}.svg`)}
        >
          {words.exportSvg}
        </button>
        <button
          type="button"
          data-export-png={name}
          onClick={() => {
            if (!svg.current) return;
            pngOf(svg.current).then(
              (png) => download(png, `${name}.png`),
              () => setTold(words.pngFailed),
            );
          }}
        >
          {words.exportPng}
        </button>
        <button
          type="button"
          data-export-csv={name}
          onClick={() => download(new Blob([heatCsv(table)], { type: 'text/csv' }), `${name}.csv`)}
        >
          {words.exportCsv}
        </button>
      </p>
      {shown && <FigureTable table={table} title={title} />}
    </figure>
  );
}

function nextStop(key: string, here: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, here + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, here - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

export function FigureTable({ table, title }: { readonly table: HeatTable; readonly title: string }): VNode {
  const isNumber = (cell: string | Figure): cell is Figure => typeof cell !== 'string';
  return (
    <div class="scroll heat-table" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            {table.head.map((cell, i) => (
              <th key={cell} scope="col" class={table.rows.some((row) => isNumber(row[i] ?? '')) ? 'number' : ''}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, k) =>
                isNumber(cell) ? (
                  <td key={k} class="number">
                    {cell.text}
                  </td>
                ) : (
                  <td key={k}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
