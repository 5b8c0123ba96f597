// All ribbons, widest first so that thin ones lie on top. Thousands of them are made in several turns, so that the page never stands still, and
// shown when all are there: to paint them again after every turn would take longer than everything else.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LaidLink, Language, SankeyLayout } from '../types.ts';
import type { Colouring } from './colouring.ts';
import { LinkRibbon } from './LinkRibbon.tsx';
import { linkName } from './names.ts';
import { linkKey } from './walk.ts';

/** Ribbons that a slow machine makes within a frame or two. */
const AT_ONCE = 320;
/** Links from which every element saved is felt. */
const PLAIN_FROM = 1000;

type Props = {
  readonly layout: SankeyLayout;
  readonly colours: Colouring;
  readonly language: Language;
  readonly prefix: string;
  readonly state: (key: string) => string;
  readonly steady: boolean;
  /** Changes when `state` does. */
  readonly lit: string | null;
};

export function Ribbons({ layout, colours, language, prefix, state, steady, lit }: Props) {
  const chunks = useMemo(() => {
    // A picture that glides into the next keeps its ribbons in one order: an element that is moved does not glide.
    const sorted = layout.links.toSorted((a, b) => (steady ? 0 : b.width - a.width) || (a.id < b.id ? -1 : 1));
    return Array.from({ length: Math.ceil(sorted.length / AT_ONCE) }, (_, i) => sorted.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
  }, [layout, steady]);
  const plain = layout.links.length > PLAIN_FROM;
  // With thousands, names and bars are made in the first turn, ribbons from the second on.
  const first = plain ? 0 : 1;
  const [shown, setShown] = useState({ of: layout, chunks: first });
  const count = shown.of === layout ? shown.chunks : first;
  useEffect(() => {
    if (count >= chunks.length) return undefined;
    const turn = setTimeout(() => setShown({ of: layout, chunks: count + 1 }));
    return () => clearTimeout(turn);
  }, [layout, chunks, count]);
  return (
    <g class="links" visibility={count < chunks.length ? 'hidden' : undefined}>
      {chunks.slice(0, count).map((links, i) => (
        <Chunk key={i} links={links} colours={colours} language={language} prefix={prefix} state={state} lit={lit} plain={plain} />
      ))}
    </g>
  );
}

function Chunk({
  links,
  colours,
  language,
  prefix,
  state,
  lit,
  plain,
}: Omit<Props, 'layout' | 'steady'> & { readonly links: readonly LaidLink[]; readonly plain: boolean }) {
  return useMemo(
    () => (
      <>
        {links.map((link) => (
          <LinkRibbon
            key={link.id}
            link={link}
            name={linkName(link, language)}
            colour={colours.colourOf(link)}
            prefix={prefix}
            state={state(linkKey(link.id))}
            plain={plain}
          />
        ))}
      </>
    ),
    [links, colours, language, prefix, lit, plain],
  );
}
