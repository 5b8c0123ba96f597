// A laid-out Sankey diagram as one SVG: filled ribbons, bars, names, keys; walked by keyboard, read by screen readers.
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import '../../styles/sankey.css';
import type { Language, SankeyLayout } from '../types.ts';
import { colouring } from './colouring.ts';
import type { Colouring } from './colouring.ts';
import { Keys } from './Keys.tsx';
import { LabelText } from './LabelText.tsx';
import { nodeName } from './names.ts';
import { NodeBars } from './NodeBars.tsx';
import { Patterns } from './Patterns.tsx';
import { Ribbons } from './Ribbons.tsx';
import { SankeyTable } from './SankeyTable.tsx';
import { tipOf } from './tip.ts';
import { useDrag } from './useDrag.ts';
import type { OnPin } from './useDrag.ts';
import { linkKey, nodeKey, readingOrder, step, wholePath } from './walk.ts';
import type { ItemKey, Walk } from './walk.ts';
import { SANKEY_WORDS } from './words.ts';

export type SankeyProps = {
  readonly layout: SankeyLayout;
  /** What the picture shows, for its accessible name. */
  readonly title: string;
  readonly language: Language;
  readonly colours?: Colouring | undefined;
  /** Told when a node or link gets the focus; null when it is left. */
  readonly onFocus?: ((id: string | null, what: 'node' | 'link') => void) | undefined;
  /** A double click or the O key: open what is behind. */
  readonly onOpen?: ((id: string, what: 'node' | 'link') => void) | undefined;
  /** A node was dragged, or moved with Shift and an arrow, to a column and a place in it. */
  readonly onPin?: OnPin | undefined;
  /** The same numbers as a table; without it the picture keeps the choice itself. */
  readonly table?: boolean | undefined;
  readonly onTable?: ((shown: boolean) => void) | undefined;
  /** Glide from the picture before to this one. */
  readonly moving?: boolean | undefined;
};

const whatOf = (key: ItemKey): 'node' | 'link' => (key.startsWith('n:') ? 'node' : 'link');
const keyAt = (target: EventTarget | null): ItemKey | null =>
  target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null;

export function Sankey(props: SankeyProps) {
  const { layout, language, title } = props;
  const words = SANKEY_WORDS[language];
  const prefix = useId().replaceAll(':', '');
  const svg = useRef<SVGSVGElement>(null);
  const order = useMemo(() => readingOrder(layout), [layout]);
  const colours = useMemo(
    () => props.colours ?? colouring({ nodes: [], links: layout.links, units: [], notDrawn: [], account: [] }, 'kind'),
    [props.colours, layout],
  );
  const [walk, setWalk] = useState<Walk>({ at: order[0] ?? '', seen: [] });
  const [told, setTold] = useState<ItemKey | null>(null);
  const [lit, setLit] = useState<ItemKey | null>(null);
  const [ownTable, setOwnTable] = useState(false);
  const table = props.table ?? ownTable;
  const setTable = (shown: boolean): void => {
    setOwnTable(shown);
    props.onTable?.(shown);
  };
  const current = order.includes(walk.at) ? walk.at : (order[0] ?? '');
  const path = useMemo(() => (lit === null || !order.includes(lit) ? null : wholePath(layout, lit)), [layout, lit, order]);
  const state = (key: ItemKey): string => (path === null ? '' : path.has(key) ? ' lit' : ' dim');
  const drag = useDrag(layout, props.onPin);
  const elementOf = (key: ItemKey): SVGElement | null => svg.current?.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
  // One tab stop: only the current item can be reached with Tab, the arrows go on from there.
  useLayoutEffect(() => {
    const element = elementOf(current);
    element?.setAttribute('tabindex', '0');
    return () => element?.setAttribute('tabindex', '-1');
  });
  const pinBy = (key: string): boolean => {
    const node = layout.nodes.find((one) => nodeKey(one.id) === current);
    if (node === undefined || props.onPin === undefined) return false;
    const inColumn = layout.nodes.filter((one) => one.column === node.column).toSorted((a, b) => (a.bars[0]?.y ?? 0) - (b.bars[0]?.y ?? 0));
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
    props.onPin(node.id, Math.max(0, node.column + (right ?? 0)), Math.max(0, inColumn.indexOf(node) + (down ?? 0)));
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const key = keyAt(event.target) ?? current;
    if (event.shiftKey && event.key.startsWith('Arrow')) {
      if (!pinBy(event.key)) return;
    } else if (/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key)) {
      const next = step(layout, { ...walk, at: key }, event.key);
      setWalk(next);
      elementOf(next.at)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') setLit(key);
    else if (event.key === 'Escape') {
      setLit(null);
      setTold(null);
    } else if (/^o$/i.test(event.key)) props.onOpen?.(key.slice(2), whatOf(key));
    else if (/^t$/i.test(event.key)) setTable(!table);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusIn = (event: FocusEvent): void => {
    const key = keyAt(event.target);
    if (key === null) return;
    setWalk((before) => (before.at === key ? before : { at: key, seen: [] }));
    setTold(key);
    props.onFocus?.(key.slice(2), whatOf(key));
  };
  const onFocusOut = (event: FocusEvent): void => {
    const key = keyAt(event.target);
    setTold(null);
    if (key !== null) props.onFocus?.(null, whatOf(key));
  };
  const onClick = (event: MouseEvent): void => {
    const key = keyAt(event.target);
    if (drag.swallowed()) return;
    setLit((before) => (before === key ? null : key));
  };
  const onDblClick = (event: MouseEvent): void => {
    const key = keyAt(event.target);
    if (key !== null) props.onOpen?.(key.slice(2), whatOf(key));
  };
  const tip = told === null ? null : tipOf(layout, told, language);
  return (
    // An svg that listened for the focus itself would be a tab stop of its own.
    <div class="sankey-frame" onFocusIn={onFocusIn} onFocusOut={onFocusOut}>
      <svg
        ref={svg}
        class={`sankey${props.moving === true ? ' moving' : ''}`}
        xmlns="http://www.w3.org/2000/svg"
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="application"
        aria-roledescription={words.picture}
        aria-label={`${title}. ${layout.nodes.length} ${words.nodes}, ${layout.links.length} ${words.flows}. ${words.help}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDblClick={onDblClick}
        onPointerOver={(event) => setTold(keyAt(event.target))}
        onPointerLeave={() => setTold(null)}
        onPointerDown={drag.down}
        onPointerMove={drag.move}
        onPointerUp={drag.up}
        onPointerCancel={drag.cancel}
      >
        <Patterns prefix={prefix} colours={colours} links={layout.links} />
        <Ribbons
          layout={layout}
          colours={colours}
          language={language}
          prefix={prefix}
          state={state}
          steady={props.moving === true}
          lit={path === null ? null : lit}
        />
        <g class="stubs" aria-hidden="true">
          {layout.stubs.map((stub) => (
            <path
              class={`stub${state(nodeKey(stub.node))}`}
              d={stub.path}
              data-for={stub.node}
              data-unit={stub.unit}
              data-value={stub.value}
              data-side={stub.side}
            />
          ))}
        </g>
        <g class="nodes">
          {layout.nodes.map((node) => (
            <NodeBars key={node.id} node={node} name={nodeName(node, layout.stubs, language)} state={state(nodeKey(node.id))} />
          ))}
        </g>
        <g class="labels">
          {layout.labels.map((label) => (
            <LabelText plate label={label} state={state(label.what === 'link' ? linkKey(label.of) : nodeKey(label.of))} />
          ))}
        </g>
        <Keys layout={layout} colours={colours} prefix={prefix} />
      </svg>
      {tip !== null && (
        <div class="sankey-tip" aria-hidden="true" style={{ left: `${tip.x}px`, top: `${tip.y}px` }}>
          {tip.text}
        </div>
      )}
      <button type="button" class="sankey-table-button" aria-expanded={table} onClick={() => setTable(!table)}>
        {table ? words.hideTable : words.showTable}
      </button>
      {table && <SankeyTable layout={layout} language={language} title={title} />}
    </div>
  );
}
