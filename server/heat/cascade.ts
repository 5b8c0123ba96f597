// How much heating and cooling is left when streams pass on all the heat they can, and which temperatures stand in the way.
// The problem table of pinch analysis (Kemp 2007, Pinch Analysis and Process Integration, 2nd ed., section 3.9).
import { onShiftedScale } from '../domain/temperature.ts';
import type { Celsius, Kelvin } from '../domain/temperature.ts';
import { heatAboveCuts, levelsOf, type Levels } from './levels.ts';
import { contributionOf, type HeatStream } from './stream.ts';

export type CascadeKind = 'pinch' | 'multiple' | 'threshold_no_hot' | 'threshold_no_cold' | 'one_sided';

/** A temperature that no heat can usefully pass: on the shifted scale, and as the hot and the cold side have it there, °C. */
export type Pinch = { readonly shifted: number; readonly hot: Celsius; readonly cold: Celsius };

export type Cascade = {
  /** Least heat that must come from outside, kW. */
  readonly hotUtility: number;
  /** Least heat that must be taken away, kW. Soft streams may stay warm. */
  readonly coldUtility: number;
  /** Heat passed from hot to cold streams at these utilities, kW. */
  readonly recovery: number;
  /** `multiple`: several pinches, or an extended one, which is told by its two ends. */
  readonly kind: CascadeKind;
  /** Hottest first. A threshold problem has one only where the curves also touch. */
  readonly pinches: readonly Pinch[];
  /** Shifted temperatures, hottest first, and the heat that passes each, above and below what changes phase there, kW. All soft heat is in it. */
  readonly shifted: Float64Array;
  readonly passing: Float64Array;
};

/** Curves closer than this share of all duties together touch: a watt in ten megawatts, below what any stream is known to. */
const TOUCHING = 1e-7;
/** What rounding leaves of a sum that is zero, as a share of all duties together. */
const ROUNDING = 1e-12;

const isHot = (stream: HeatStream): boolean => stream.kind === 'hot';
const isCold = (stream: HeatStream): boolean => stream.kind === 'cold';
const sumOf = (streams: readonly HeatStream[], chosen: (stream: HeatStream) => boolean): number =>
  streams.reduce((sum, stream) => (chosen(stream) ? sum + stream.heat : sum), 0);

/**
 * The targets of a set of streams. `approach` is the least temperature difference of a pair, K; streams with a contribution of their own use
 * that. Work grows with streams times distinct temperatures.
 */
export function cascade(streams: readonly HeatStream[], approach: Kelvin): Cascade {
  const levels = levelsOf(streams, approach);
  const hot = sumOf(streams, isHot);
  const cold = sumOf(streams, isCold);
  const all = hot + cold;
  const clean = (kilowatts: number): number => (kilowatts <= ROUNDING * all ? 0 : kilowatts);
  const soft = streams.some((stream) => stream.soft && stream.heat > 0);

  // Soft heat can only help the hot utility, soft need can only harm it: one in whole, the other not at all. The cold utility mirrors that.
  const hotAbove = heatAboveCuts(levels, isHot);
  const coldAbove = heatAboveCuts(levels, isCold);
  const firmHotAbove = soft ? heatAboveCuts(levels, (stream) => isHot(stream) && !stream.soft) : hotAbove;
  const firmColdAbove = soft ? heatAboveCuts(levels, (stream) => isCold(stream) && !stream.soft) : coldAbove;
  const firmHot = soft ? sumOf(streams, (stream) => isHot(stream) && !stream.soft) : hot;
  const firmCold = soft ? sumOf(streams, (stream) => isCold(stream) && !stream.soft) : cold;

  let lack = 0;
  let spare = 0;
  for (let cut = 0; cut < hotAbove.length; cut++) {
    lack = Math.max(lack, (firmColdAbove[cut] ?? 0) - (hotAbove[cut] ?? 0));
    if (soft) spare = Math.max(spare, firmHot - (firmHotAbove[cut] ?? 0) - (cold - (coldAbove[cut] ?? 0)));
  }
  if (soft) spare = Math.max(spare, firmHot - cold);
  const hotUtility = clean(lack);
  const coldUtility = clean(soft ? spare : hotUtility + hot - cold);
  const passing = hotAbove.map((heat, cut) => hotUtility + heat - (firmColdAbove[cut] ?? 0));

  const oneSided = hot === 0 || cold === 0;
  const pinches = oneSided ? [] : pinchesOf(levels, passing, TOUCHING * all, approach);
  const kind: CascadeKind = oneSided
    ? 'one_sided'
    : hotUtility <= TOUCHING * all
      ? 'threshold_no_hot'
      : coldUtility <= TOUCHING * all
        ? 'threshold_no_cold'
        : pinches.length > 1
          ? 'multiple'
          : 'pinch';
  const recovery = clean(Math.max(firmCold - hotUtility, firmHot - coldUtility));
  return { hotUtility, coldUtility, recovery, kind, pinches, shifted: levels.shifted, passing };
}

/** Both ends of every stretch of the cascade through which no heat passes, and that has streams above and below. */
function pinchesOf(levels: Levels, passing: Float64Array, touching: number, approach: Kelvin): Pinch[] {
  // A need that nobody must meet parts nothing: it takes what is left.
  const firm = levels.spans.filter(({ stream }) => !(stream.soft && stream.kind === 'cold'));
  const first = firm.reduce((least, { top }) => Math.min(least, top), levels.shifted.length);
  const last = firm.reduce((most, { bottom }) => Math.max(most, bottom), -1);
  const changesPhase = new Uint8Array(levels.shifted.length);
  for (const span of firm) if (span.top === span.bottom) changesPhase[span.top] = 1;
  const parts = (cut: number): boolean => {
    const level = cut >> 1;
    const below = cut % 2 === 1;
    const phase = changesPhase[level] === 1;
    if (level < first || level > last) return false;
    return below ? level < last && (level > first || phase) : level > first && (level < last || phase);
  };
  const found: number[] = [];
  let run: number[] = [];
  const close = (): void => {
    const [first, end] = [run[0], run.at(-1)];
    if (first !== undefined) found.push(first);
    if (end !== undefined && end !== first) found.push(end);
    run = [];
  };
  for (let cut = 0; cut < passing.length; cut++) {
    if ((passing[cut] ?? 0) <= touching && parts(cut)) run.push(cut >> 1);
    else close();
  }
  close();
  return [...new Set(found)].map((level) => ({
    shifted: levels.shifted[level] ?? 0,
    hot: onShiftedScale((levels.shifted[level] ?? 0) + sideShift(levels, level, 'hot', approach)),
    cold: onShiftedScale((levels.shifted[level] ?? 0) - sideShift(levels, level, 'cold', approach)),
  }));
}

/**
 * How far the real temperature of one side lies from the shifted one: the contribution of the stream that starts there, since it makes the
 * pinch, else of the one with most heat per K there, else half of the approach.
 */
function sideShift(levels: Levels, level: number, kind: HeatStream['kind'], approach: Kelvin): number {
  const here = levels.spans.filter(({ stream, top, bottom }) => stream.kind === kind && top <= level && level <= bottom);
  const starts = here.filter(({ top, bottom }) => (kind === 'hot' ? top : bottom) === level);
  const density = ({ stream, top, bottom }: Levels['spans'][number]): number =>
    stream.heat / ((levels.shifted[top] ?? 0) - (levels.shifted[bottom] ?? 0));
  const [first, ...others] = starts.length > 0 ? starts : here;
  if (first === undefined) return approach / 2;
  return contributionOf(others.reduce((most, span) => (density(span) > density(most) ? span : most), first).stream, approach);
}
