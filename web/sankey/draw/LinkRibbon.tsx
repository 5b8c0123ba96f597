// One ribbon: its filled outline with its data, and on top what tells it apart without colour.
import type { Colour } from '../colours/assign.ts';
import type { LaidLink } from '../types.ts';
import { linkKey } from './walk.ts';

type Props = {
  readonly link: LaidLink;
  readonly name: string;
  readonly colour: Colour;
  readonly prefix: string;
  /** ` lit`, ` dim` or nothing. */
  readonly state: string;
  /** One element a hairline, in pictures of thousands. */
  readonly plain: boolean;
};

export function LinkRibbon({ link, name, colour, prefix, state, plain }: Props) {
  const look = `${colour.slot}${state}`;
  const marks = `${link.hairline ? (plain ? ' hair beaded' : ' hair') : ''}${link.estimated ? ' estimated' : ''}${link.isReturn ? ' return' : ''}`;
  return (
    <>
      {link.outer !== null && <path class={`range ${look}`} d={link.outer} aria-hidden="true" />}
      <path
        class={`link ${look}${marks}`}
        d={link.path}
        data-key={linkKey(link.id)}
        data-id={link.id}
        data-source={link.source}
        data-target={link.target}
        data-value={link.value}
        data-unit={link.unit}
        data-return={link.isReturn ? '' : undefined}
        data-min-width={link.hairline ? '' : undefined}
        data-texture={colour.texture === 'plain' ? undefined : colour.texture}
        data-estimated={link.estimated ? '' : undefined}
        role="img"
        aria-label={name}
        tabindex={-1}
      />
      {link.inner !== null && <path class={`core ${look}`} d={link.inner} aria-hidden="true" />}
      {colour.texture !== 'plain' && !link.hairline && (
        <path class={`over${state}`} d={link.path} fill={`url(#${prefix}-${colour.texture}-${colour.slot})`} aria-hidden="true" />
      )}
      {link.estimated && !link.hairline && (
        <path class={`over${state}`} d={link.path} fill={`url(#${prefix}-estimated)`} aria-hidden="true" />
      )}
      {link.spine !== null && !plain && <path class={`spine ${look}`} d={link.spine} aria-hidden="true" />}
      {link.arrows.length > 0 && <path class={`arrow${state}`} d={link.arrows.join('')} aria-hidden="true" />}
    </>
  );
}
