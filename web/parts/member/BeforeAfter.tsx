// A company's own flows now and with its best possible matches, two pictures on one scale, with the same as a table.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FlowShown } from '../../../server/contract/clusters.ts';
import type { Scope } from '../../pictures/flowPictures.ts';
import { nowAndThen } from '../../pictures/ownUses.ts';
import type { Use } from '../../pictures/ownUses.ts';
import { pictureNames } from '../../pictures/pictureNames.ts';
import { choose } from '../../sankey/choose/choose.ts';
import { colouring, legendOf } from '../../sankey/draw/colouring.ts';
import { fontScale } from '../../sankey/draw/fontScale.ts';
import { Scenarios } from '../../sankey/draw/Scenarios.tsx';
import { unionOf } from '../../sankey/layOut/layOut.ts';
import type { LayOutOptions } from '../../sankey/types.ts';
import { amount } from '../../state/format.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { MEMBER_WORDS } from '../../words/member.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { colourKey } from '../../pictures/colourKey.ts';
import { ScopeControl } from '../ScopeControl.tsx';

const SCREEN = 480;

type Props = { flows: readonly FlowShown[]; uses: readonly Use[]; name: string };

export function BeforeAfter({ flows, uses, name }: Props) {
  const language = useLanguage();
  const words = MEMBER_WORDS[language];
  const all = useWords();
  const [scope, setScope] = useState<Scope>('all');
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
  }, [uses.length > 0]);
  const scenarios = useMemo(() => {
    const names = {
      ...pictureNames(all),
      to: (other: string | null) => (other === null ? words.toSomeone : fill(words.toNamed, { name: other })),
      from: (other: string | null) => (other === null ? words.fromSomeone : fill(words.fromNamed, { name: other })),
    };
    const { now, later } = nowAndThen(flows, uses, scope, names);
    return [
      { name: words.now, graph: choose(now) },
      { name: words.withMatches, graph: choose(later) },
    ];
  }, [flows, uses, scope, all, words]);
  const whole = useMemo(() => unionOf(scenarios.map(({ graph }) => graph)), [scenarios]);
  const colours = useMemo(() => {
    const families = new Map(flows.map((flow) => [colourKey(flow), flow.guesses[0]?.group ?? all.unknownResource]));
    return colouring(whole, 'kind', (key) => families.get(key) ?? key);
  }, [whole, flows, all]);
  const options = useMemo(
    (): LayOutOptions => ({ ...room, height: SCREEN, language, legend: legendOf(whole, colours, language) }),
    [room, language, whole, colours],
  );
  return (
    <section class="before-after" aria-labelledby="before-after-title">
      <h3 id="before-after-title">{words.beforeAfter}</h3>
      {uses.length === 0 ? (
        <p class="quiet">{words.beforeAfterNone}</p>
      ) : (
        <>
          <div class="controls">
            <ScopeControl flows={flows} scope={scope} onChange={setScope} />
          </div>
          <figure>
            <div class="sankey-room" ref={frame}>
              {room.width > 0 && whole.links.length > 0 && (
                <Scenarios
                  scenarios={scenarios}
                  options={options}
                  colours={colours}
                  title={`${name}: ${words.beforeAfter}`}
                  language={language}
                  show="side"
                />
              )}
            </div>
            <figcaption>{words.beforeAfterInfo}</figcaption>
          </figure>
          <UsesTable flows={flows} uses={uses} />
        </>
      )}
    </section>
  );
}

function UsesTable({ flows, uses }: { flows: readonly FlowShown[]; uses: readonly Use[] }) {
  const language = useLanguage();
  const words = MEMBER_WORDS[language];
  const band = ({ from, to, unit }: Use): string => {
    const say = (value: number): string => amount(value, unit, language);
    if (from === null) return fill(LEAD_WORDS[language].under, { to: say(to ?? 0) });
    if (to === null) return fill(LEAD_WORDS[language].over, { from: say(from) });
    return from === to ? say(from) : fill(LEAD_WORDS[language].between, { from: say(from), to: say(to) });
  };
  return (
    <details>
      <summary>{words.usesOf}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.usesOf}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.flow}</th>
              <th scope="col">{words.neighbour}</th>
              <th scope="col">{words.amount}</th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use, at) => (
              <tr key={at}>
                <th scope="row">{flows.find(({ id }) => id === use.flow)?.resource ?? use.flow}</th>
                <td>{use.other ?? words.someone}</td>
                <td>{band(use)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
