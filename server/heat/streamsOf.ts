// Which heat streams does a statement make, what was assumed for it, and what is worth asking?
import type { MonthProfile } from '../domain/flow.ts';
import { celsius } from '../domain/temperature.ts';
import type { Celsius } from '../domain/temperature.ts';
import { stackFloor, type StackFloor } from './dewPoint.ts';
import { risingCops } from './heatPump.ts';
import { approachOf, cpOf, isSoft, massOf } from './media.ts';
import { isWinter, loadProfile, meanOf, monthsOf } from './months.ts';
import type { HeatParameters, HeatRules } from './parameters.ts';
import type { HeatRemark, HeatRemarkCode } from './remarks.ts';
import type { HeatStatement } from './statement.ts';
import { saturationAt, saturationOf } from './steam.ts';
import type { HeatStream } from './stream.ts';

/** With any problem there are no streams: a contradiction is told, never computed through. */
export type StreamsRead = {
  readonly streams: readonly HeatStream[];
  readonly mwhPerYear: number | null;
  readonly assumed: readonly HeatRemark[];
  readonly questions: readonly HeatRemark[];
  readonly problems: readonly HeatRemark[];
};

type Notes = { readonly assumed: HeatRemark[]; readonly questions: HeatRemark[]; readonly problems: HeatRemark[] };
type Tell = (kind: keyof Notes, code: HeatRemarkCode, field: string, values?: HeatRemark['values'], factor?: string) => void;

/** One piece by its ends and its heat per kg, kJ/kg. */
type Piece = { readonly hot: Celsius; readonly cold: Celsius; readonly perKg: number };
type Ends = {
  readonly supply: Celsius;
  readonly return: Celsius;
  readonly pieces: readonly Piece[];
  /** Share of the stated heat between supply and stated return that is used. */ readonly used: number;
};

export function streamsOf(statement: HeatStatement, p: HeatRules): StreamsRead {
  const notes: Notes = { assumed: [], questions: [], problems: [] };
  const tell: Tell = (kind, code, field, values = {}, factor) =>
    void notes[kind].push({ code, flow: statement.id, field, values, factor: factor ?? null });
  checkNumbers(statement, tell);
  const ends = notes.problems.length > 0 ? null : endsOf(statement, p, tell);
  const energy = ends === null ? null : energyOf(statement, ends, p, tell);
  if (ends === null || energy === null || notes.problems.length > 0) return { streams: [], mwhPerYear: null, ...notes };

  const months = monthsOf(energy, profileOf(statement, p, tell));
  const seasonal = statement.seasonal && statement.supply === null && statement.return === null;
  const parts = seasonal ? networkSeasons(months, p) : [{ months, pieces: ends.pieces }];
  const streams = parts.flatMap((part) => piecesAsStreams(statement, part.pieces, part.months, p));
  return { streams, mwhPerYear: energy, ...notes };
}

function piecesAsStreams(
  statement: HeatStatement,
  pieces: readonly Piece[],
  months: readonly number[],
  p: HeatRules,
): readonly HeatStream[] {
  const { id, company, side: kind, medium, dirty } = statement;
  const all = pieces.reduce((sum, piece) => sum + piece.perKg, 0);
  const contribution = approachOf(medium, dirty, p);
  return pieces
    .filter((piece) => piece.perKg > 0)
    .map((piece): HeatStream => {
      const own = months.map((kilowatts) => (kilowatts * piece.perKg) / all);
      const [supply, target] = kind === 'hot' ? [piece.hot, piece.cold] : [piece.cold, piece.hot];
      return { id, company, kind, supply, target, heat: meanOf(own), contribution, soft: kind === 'hot' && isSoft(medium), months: own };
    });
}

/** A heat network as a cold stream from return to supply: one pair of temperatures in winter, another in summer. */
export function networkSeasons(
  months: readonly number[],
  p: HeatParameters,
): readonly { readonly months: readonly number[]; readonly pieces: readonly Piece[] }[] {
  const winter = (month: number): boolean => isWinter(month, p.value('dh.winter.first'), p.value('dh.winter.last'));
  const only = (wanted: boolean): readonly number[] => months.map((kilowatts, month) => (winter(month) === wanted ? kilowatts : 0));
  const piece = (hot: number, cold: number): Piece => ({ hot: celsius(hot), cold: celsius(cold), perKg: 1 });
  return [
    { months: only(true), pieces: [piece(p.value('dh.supply.winter'), p.value('dh.return.winter'))] },
    { months: only(false), pieces: [piece(p.value('dh.supply.summer'), p.value('dh.return.summer'))] },
  ];
}

function checkNumbers({ mwhPerYear, hoursPerYear, peakKw, massFlow, cops }: HeatStatement, tell: Tell): void {
  for (const { at, after } of risingCops(cops)) {
    const [high, low] = [cops[at], cops[after]];
    if (high !== undefined && low !== undefined)
      tell('problems', 'heat.copRises', 'comment', { cop: high.cop, lift: high.lift, other: low.cop, otherLift: low.lift });
  }
  for (const [field, found] of [
    ['quantity', mwhPerYear],
    ['peak', peakKw],
    ['massFlow', massFlow?.value ?? null],
  ] as const)
    if (found !== null && !(found >= 0)) tell('problems', 'heat.negative', field, { found });
  if (hoursPerYear !== null && !(hoursPerYear > 0 && hoursPerYear <= 8784))
    tell('problems', 'heat.hoursImpossible', 'hours', { hours: hoursPerYear });
}

/** Supply, return and pieces; null with a question where nothing tells the temperature. */
function endsOf(statement: HeatStatement, p: HeatRules, tell: Tell): Ends | null {
  const stated = statement.return !== null && statement.supply !== null;
  if (stated && statement.return > statement.supply) {
    tell('problems', 'heat.direction', 'temperatureReturn', { supply: statement.supply, return: statement.return });
    return null;
  }
  if (statement.medium === 'steam') return steamEnds(statement, p, tell);
  const supply = supplyOf(statement, tell);
  if (supply === null) return null;
  if (statement.medium === 'fluegas' && statement.side === 'hot') return flueEnds(statement, supply, p, tell);
  const cold = statement.return ?? assumedReturn(statement, supply, tell);
  const perKg = cold === supply ? 1 : cpOf(statement.medium, statement.steamVolPercent, p) * (supply - cold);
  if (cold === supply && statement.medium !== 'refrigerant') {
    tell('problems', 'heat.direction', 'temperatureReturn', { supply, return: cold });
    return null;
  }
  return { supply, return: cold, used: 1, pieces: [{ hot: supply, cold, perKg }] };
}

function supplyOf({ supply, usual }: HeatStatement, tell: Tell): Celsius | null {
  if (supply !== null) return supply;
  tell('questions', 'heat.askSupply', 'temperature');
  if (usual === null) return null;
  tell('assumed', 'heat.assumedSupply', 'temperature', { ...usual.supply }, usual.row);
  return celsius(usual.supply.value);
}

/** The usual return, or one as far below the supply as usual where that would be no return. */
function assumedReturn({ medium, usual }: HeatStatement, supply: Celsius, tell: Tell): Celsius {
  tell('questions', 'heat.askReturn', 'temperatureReturn');
  if (medium === 'refrigerant' || usual === null) return supply;
  const span = usual.supply.value - usual.return.value;
  const shift = usual.return.value < supply ? 0 : supply - span - usual.return.value;
  const { value, low, high } = { value: usual.return.value + shift, low: usual.return.low + shift, high: usual.return.high + shift };
  tell('assumed', 'heat.assumedReturn', 'temperatureReturn', { value, low, high: Math.min(high, supply) }, usual.row);
  return celsius(value);
}

const STACK_FACTOR = { acid: 'heat.flue.acid.margin', user: undefined, default: 'heat.flue.floor', water: 'heat.flue.waterdew' } as const;

/** How far off an assumed floor may be: the range of the row it comes from, the margin's around an acid dew point; a stated one is as stated. */
function stackRange(target: Celsius, { because }: StackFloor, p: HeatRules): { readonly low: number; readonly high: number } {
  if (because === 'user') return { low: target, high: target };
  const range = p.range(because === 'acid' ? 'flue.acid.margin' : because === 'water' ? 'flue.waterdew' : 'flue.floor');
  return because === 'acid' ? { low: target - range.value + range.low, high: target - range.value + range.high } : range;
}

/** Flue gas is cooled to its floor, or to a stated return that is above it. */
function flueEnds(statement: HeatStatement, supply: Celsius, p: HeatRules, tell: Tell): Ends | null {
  const floor = stackFloor({ ...statement, floor: statement.floor ?? statement.return }, p);
  const target = celsius(Math.max(floor.temperature, statement.return ?? floor.temperature));
  if (floor.because === 'default' || floor.because === 'water') tell('questions', 'heat.askStack', 'temperatureReturn');
  if (target !== statement.return)
    tell(
      'assumed',
      'heat.assumedStack',
      'temperatureReturn',
      { value: target, ...stackRange(target, floor, p) },
      STACK_FACTOR[floor.because],
    );
  if (supply <= target) {
    tell('assumed', 'heat.stackTooCold', 'temperature', { supply, floor: target });
    return null;
  }
  const used = statement.return === null || statement.return >= target ? 1 : (supply - target) / (supply - statement.return);
  return {
    supply,
    return: target,
    used,
    pieces: [{ hot: supply, cold: target, perKg: cpOf('fluegas', statement.steamVolPercent, p) * (supply - target) }],
  };
}

/** Superheat, condensing (or boiling) at one temperature, and the water below it: three pieces, never one sloped line. */
function steamEnds(statement: HeatStatement, p: HeatRules, tell: Tell): Ends | null {
  const stated = statement.barAbs === null ? null : saturationAt(statement.barAbs, p);
  const supply = stated !== null && statement.supply === null ? stated.temperature : supplyOf(statement, tell);
  if (supply === null) return null;
  const saturation = stated ?? saturationOf(supply, p);
  if (stated === null) {
    tell('assumed', 'heat.assumedSaturated', 'pressure', { value: supply });
    tell('questions', 'heat.askPressure', 'pressure');
  }
  if (saturation.beyond) tell('assumed', 'heat.beyondSteamTable', 'pressure', { value: saturation.temperature });
  // A degree of slack: pressures and temperatures are both told in round numbers.
  if (supply < saturation.temperature - 1) {
    tell('problems', 'heat.steamColder', 'temperature', { supply, saturation: saturation.temperature });
    return null;
  }
  const boils = celsius(Math.min(saturation.temperature, supply));
  const water = statement.return ?? boils;
  if (statement.return === null) {
    tell('assumed', statement.side === 'hot' ? 'heat.assumedCondensate' : 'heat.assumedBoiling', 'temperatureReturn', {
      value: boils,
      low: Math.min(boils, statement.usual?.return.low ?? boils),
    });
    tell('questions', 'heat.askReturn', 'temperatureReturn');
  }
  const pieces: Piece[] = [
    { hot: supply, cold: boils, perKg: p.value('cp.steam') * (supply - boils) },
    { hot: boils, cold: boils, perKg: saturation.evaporation },
    { hot: boils, cold: celsius(Math.min(water, boils)), perKg: p.value('cp.water') * Math.max(0, boils - water) },
  ];
  return { supply, return: celsius(Math.min(water, boils)), used: 1, pieces };
}

/** MWh a year that the pieces hold: as stated, or from mass flow and hours; null with a question or a problem. */
function energyOf(statement: HeatStatement, ends: Ends, p: HeatRules, tell: Tell): number | null {
  const { massFlow, mwhPerYear, hoursPerYear, peakKw } = statement;
  const kilos = massFlow === null ? null : massOf(massFlow, statement.medium, statement.steamVolPercent, p);
  if (massFlow !== null && kilos === null && mwhPerYear === null) tell('problems', 'heat.noMass', 'massFlow');
  const flat = statement.medium === 'refrigerant' && ends.supply === ends.return;
  const perKg = ends.pieces.reduce((sum, piece) => sum + piece.perKg, 0);
  const hours = hoursPerYear ?? p.value('hours.year');
  const byMass = kilos === null || flat ? null : (kilos * perKg * hours) / 1000;
  const stated = mwhPerYear === null ? null : mwhPerYear * ends.used;
  if (stated !== null && byMass !== null && Math.abs(stated - byMass) > p.value('energy.agree') * Math.max(stated, byMass))
    tell('problems', 'heat.energyContradiction', 'quantity', { stated, computed: byMass });
  if (stated === null && byMass !== null && hoursPerYear === null)
    tell('assumed', 'heat.assumedHours', 'hours', { value: hours }, 'heat.hours.year');
  const energy = stated ?? byMass;
  if (energy === null) {
    if (massFlow === null || flat) tell('questions', 'heat.askAmount', 'quantity');
    return null;
  }
  const mean = ((mwhPerYear ?? energy) * 1000) / p.value('hours.year');
  // Rounding aside: a peak equal to the mean is a flow that never varies.
  if (peakKw !== null && peakKw < mean * (1 - 1e-6)) tell('problems', 'heat.peakUnderMean', 'peak', { peak: peakKw, mean });
  return energy;
}

function profileOf({ profile, evenShare, evenUsual }: HeatStatement, p: HeatRules, tell: Tell): MonthProfile {
  if (profile !== null) return profile;
  const { low, high } = evenUsual ?? { low: evenShare, high: evenShare };
  tell('assumed', 'heat.assumedProfile', 'profile', { value: evenShare, low, high }, evenUsual?.row);
  tell('questions', 'heat.askProfile', 'profile');
  return loadProfile(evenShare, p.degreeDays);
}
