// Textures that tell colours and estimates apart without colour; only those that the picture uses.
import type { LaidLink } from '../types.ts';
import type { Colouring } from './colouring.ts';

export function Patterns({
  prefix,
  colours,
  links,
}: {
  readonly prefix: string;
  readonly colours: Colouring;
  readonly links: readonly LaidLink[];
}) {
  const used = new Map(
    links
      .map((link) => colours.colourOf(link))
      .filter((colour) => colour.texture !== 'plain')
      .map((colour) => [`${colour.texture}-${colour.slot}`, colour]),
  );
  return (
    <defs>
      {[...used.entries()]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, colour]) => (
          <pattern id={`${prefix}-${id}`} width={8} height={8} patternUnits="userSpaceOnUse" class={`texture ${colour.slot}`}>
            {colour.texture === 'dots' && <circle cx={4} cy={4} r={1.5} />}
            {colour.texture === 'lines' && <rect x={0} y={3} width={8} height={1.4} />}
            {colour.texture === 'cross' && <path d="M0,0h8v1.4h-8zM0,0h1.4v8h-1.4z" />}
          </pattern>
        ))}
      <pattern id={`${prefix}-estimated`} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)" class="hatch">
        <rect x={0} y={0} width={2} height={7} />
      </pattern>
    </defs>
  );
}
