// A laid-out Sankey diagram as one SVG: filled ribbons, bars, names, keys; walked by keyboard, read by screen readers.
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import '../../styles/sankey.css';
import type { Colouring } from './colouring.ts';
import { colouring } from './colouring.ts';
import { LabelText } from './LabelText.tsx';
import { LinkRibbon } from './LinkRibbon.tsx';
import { linkName, nodeName } from './names.ts';
import { NodeBars } from './NodeBars.tsx';
import { Patterns } from './Patterns.tsx';
import { SankeyTable } from './SankeyTable.tsx';
import { Keys } from './Keys.tsx';
import { linkKey, nodeKey, readingOrder, step, wholePath } from './walk.ts';
import type { ItemKey, Walk } from './walk.ts';
import { SANKEY_WORDS } from './words.ts';
import type { Language, SankeyLayout } from '../types.ts';

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
  /** A node was dragged (or moved with Shift and an arrow) to a column and a place in it. */
  readonly onPin?: ((id: string, column: number, place: number) => void) | undefined;
  /** The same numbers as a table; without it the picture keeps the choice itself. */
  readonly table?: boolean | undefined;
  readonly onTable?: ((shown: boolean) => void) | undefined;
  /** Glide from the picture before to this one. */
  readonly moving?: boolean | undefined;
};

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
  const [focused, setFocused] = useState<ItemKey | null>(null);
  const [lit, setLit] = useState<ItemKey | null>(null);
  const [ownTable, setOwnTable] = useState(false);
  const table = props.table ?? ownTable;
  const setTable = (shown: boolean): void => {
    setOwnTable(shown);
    props.onTable?.(shown);
  };
  const current = order.includes(walk.at) ? walk.at : (order[0] ?? '');
  const path = useMemo(() => (lit === null ? null : wholePath(layout, lit)), [layout, lit]);
  useEffect(() => setLit(null), [layout]);
  const open = (key: ItemKey): void => props.onOpen?.(key.slice(2), key.startsWith('n:') ? 'node' : 'link');
  const focus = (key: ItemKey): void => {
    const element = [...(svg.current?.querySelectorAll<SVGElement>('[data-key]') ?? [])].find((one) => one.dataset['key'] === key);
    element?.focus({ preventScroll: false });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.shiftKey && event.key.startsWith('Arrow') && current.startsWith('n:') && props.onPin !== undefined) {
      const node = layout.nodes.find((one) => nodeKey(one.id) === current);
      if (node === undefined) return;
      const inColumn = layout.nodes
        .filter((one) => one.column === node.column)
        .toSorted((a, b) => (a.bars[0]?.y ?? 0) - (b.bars[0]?.y ?? 0));
      const place = inColumn.indexOf(node);
      const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
      props.onPin(node.id, Math.max(0, node.column + (by[0] ?? 0)), Math.max(0, place + (by[1] ?? 0)));
      event.preventDefault();
      return;
    }
    if (/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key)) {
      const next = step(layout, { ...walk, at: current }, event.key);
      setWalk(next);
      focus(next.at);
    } else if (event.key === 'Enter' || event.key === ' ') setLit(current);
    else if (event.key === 'Escape') setLit(null);
    else if (event.key === 'o' || event.key === 'O') open(current);
    else if (event.key === 't' || event.key === 'T') setTable(!table);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const item = (key: ItemKey) => ({
    'data-key': key,
    tabIndex: key === current ? 0 : -1,
    onFocus: () => {
      setWalk((before) => (before.at === key ? before : { at: key, seen: [] }));
      setFocused(key);
      props.onFocus?.(key.slice(2), key.startsWith('n:') ? 'node' : 'link');
    },
    onBlur: () => {
      setFocused(null);
      props.onFocus?.(null, key.startsWith('n:') ? 'node' : 'link');
    },
    onClick: () => setLit((before) => (before === key ? null : key)),
    onDblClick: () => open(key),
    onPointerEnter: () => setFocused(key),
    onPointerLeave: () => setFocused(null),
  });
  const dim = (key: ItemKey): string => (path === null ? '' : path.has(key) ? ' lit' : ' dim');
  const links = useMemo(() => layout.links.toSorted((a, b) => b.width - a.width), [layout]);
  const told = focused === null ? null : tipOf(layout, focused, language);
  return (
    <div class="sankey-frame">
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
      >
        <Patterns prefix={prefix} colours={colours} links={layout.links} />
        <g class="links">
          {links.map((link) => (
            <LinkRibbon
              key={link.id}
              link={link}
              name={linkName(link, language)}
              colour={colours.colourOf(link)}
              prefix={prefix}
              state={dim(linkKey(link.id))}
              item={item(linkKey(link.id))}
            />
          ))}
        </g>
        <g class="stubs">
          {layout.stubs.map((stub) => (
            <path
              class={`stub${dim(nodeKey(stub.node))}`}
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
            <NodeBars
              key={node.id}
              node={node}
              layout={layout}
              name={nodeName(node, layout.stubs, language)}
              state={dim(nodeKey(node.id))}
              item={item(nodeKey(node.id))}
              onPin={props.onPin}
            />
          ))}
        </g>
        <g class="labels">
          {layout.labels.map((label) => (
            <LabelText label={label} state={label.what === 'link' ? dim(linkKey(label.of)) : dim(nodeKey(label.of))} />
          ))}
        </g>
        <Keys layout={layout} colours={colours} prefix={prefix} />
      </svg>
      {told !== null && (
        <div class="sankey-tip" aria-hidden="true" style={{ left: `${told.x}px`, top: `${told.y}px` }}>
          {told.text}
        </div>
      )}
      <button type="button" class="sankey-table-button" aria-expanded={table} onClick={() => setTable(!table)}>
        {table ? words.hideTable : words.showTable}
      </button>
      {table && <SankeyTable layout={layout} language={language} title={title} />}
    </div>
  );
}

function tipOf(layout: SankeyLayout, key: ItemKey, language: Language): { text: string; x: number; y: number } | null {
  const link = layout.links.find((one) => linkKey(one.id) === key);
  const node = layout.nodes.find((one) => nodeKey(one.id) === key);
  const keep = (x: number): number => Math.max(4, Math.min(layout.width - 270, x));
  if (link !== undefined)
    return {
      text: linkName(link, language),
      x: keep((link.sourceX + link.targetX) / 2 - 130),
      y: Math.min(link.sourceY, link.targetY) - link.width / 2,
    };
  if (node === undefined) return null;
  return { text: nodeName(node, layout.stubs, language), x: keep((node.bars[0]?.x ?? 0) - 100), y: node.bars[0]?.y ?? 0 };
}
