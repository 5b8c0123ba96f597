// Several states of the same pairs side by side on one scale: before and after, or scenarios.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LivePair } from '../../../server/contract/scenarios.ts';
import { choose } from '../../sankey/choose/choose.ts';
import { colouring, legendOf } from '../../sankey/draw/colouring.ts';
import { fontScale } from '../../sankey/draw/fontScale.ts';
import { Scenarios } from '../../sankey/draw/Scenarios.tsx';
import { unionOf } from '../../sankey/layOut/layOut.ts';
import type { LayOutOptions } from '../../sankey/types.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { colourOfResource } from '../colourKey.ts';
import { allocatedRows, unitsIn } from './allocatedPicture.ts';

export type State = { readonly name: string; readonly pairs: readonly LivePair[] };
type Props = {
  readonly states: readonly State[];
  readonly title: string;
  /** Base unit shown, '' for the one that most pairs have. */
  readonly unit: string;
  readonly onUnit: (unit: string) => void;
};
const SCREEN = 480;

export function SideBySide({ states, title, unit: wanted, onUnit }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const common = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, textScale: 1 });
  useEffect(() => {
    if (!frame.current) return undefined;
    const watcher = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      setRoom((before) => (before.width === width ? before : { width, textScale: fontScale() }));
    });
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);
  const units = useMemo(() => unitsIn(states.map(({ pairs }) => pairs)), [states]);
  const unit = units.includes(wanted) ? wanted : (units[0] ?? '');
  const scenarios = useMemo(() => {
    const names = { unknown: common.unknownResource, receives: (name: string) => fill(common.receives, { name }) };
    const companies = new Set(states.flatMap(({ pairs }) => pairs.map((one) => one.taker_name)));
    const receivers = new Map([...companies].map((name) => [names.receives(name), name]));
    return states.map(({ name, pairs }) => {
      const graph = choose(allocatedRows(pairs, unit, names));
      return { name, graph: { ...graph, nodes: graph.nodes.map((node) => ({ ...node, label: receivers.get(node.id) ?? node.label })) } };
    });
  }, [states, unit, common]);
  const whole = useMemo(() => unionOf(scenarios.map(({ graph }) => graph)), [scenarios]);
  const colours = useMemo(() => {
    const groups = new Map(
      states.flatMap(({ pairs }) => pairs.map((one) => [colourOfResource(one.resource_id), one.group ?? ''] as const)),
    );
    return colouring(whole, 'kind', (key) => groups.get(key) ?? key);
  }, [whole, states]);
  const options = useMemo(
    (): LayOutOptions => ({ ...room, height: SCREEN, language, legend: legendOf(whole, colours, language) }),
    [room, language, whole, colours],
  );
  return (
    <figure class="side-by-side">
      {units.length > 1 && (
        <div class="controls no-print">
          <label>
            {common.unit}
            <select value={unit} onChange={(event) => onUnit(event.currentTarget.value)}>
              {units.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <div class="sankey-room" ref={frame}>
        {whole.links.length === 0 ? (
          <p class="quiet">{words.pictureNone}</p>
        ) : (
          room.width > 0 && (
            <Scenarios scenarios={scenarios} options={options} colours={colours} title={title} language={language} show="side" />
          )
        )}
      </div>
      <figcaption>{words.pictureInfo}</figcaption>
    </figure>
  );
}
