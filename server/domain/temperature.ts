// How hot something is, and how far apart two temperatures are. The two never mix.

/** How hot a flow is, in °C. */
export type Celsius = number & { readonly is: 'temperature in °C' };

/** A difference between two temperatures, in K. */
export type Kelvin = number & { readonly is: 'temperature difference in K' };

/** Colder than this nothing is: the lower end of every temperature that can be told. */
export const ABSOLUTE_ZERO = -273.15 as Celsius;

/** A number read as °C. Throws RangeError below absolute zero or where it is no finite number: the caller checks input first. */
export function celsius(degrees: number): Celsius {
  if (!Number.isFinite(degrees) || degrees < ABSOLUTE_ZERO) throw new RangeError(`${degrees} °C is no temperature`);
  return degrees as Celsius;
}

/**
 * A place on a scale that an approach has shifted, °C: as `celsius`, but below absolute zero too, as the approach asked about may be larger than any
 * real one. Throws RangeError where it is no finite number.
 */
export function onShiftedScale(degrees: number): Celsius {
  if (!Number.isFinite(degrees)) throw new RangeError(`${degrees} °C is no temperature`);
  return degrees as Celsius;
}

/** A number read as a difference in K. Throws RangeError where it is no finite number. */
export function kelvin(degrees: number): Kelvin {
  if (!Number.isFinite(degrees)) throw new RangeError(`${degrees} K is no temperature difference`);
  return degrees as Kelvin;
}

/** The fall from hot to cold, K; negative where "hot" is the colder one. */
export const dropBetween = (hot: Celsius, cold: Celsius): Kelvin => (hot - cold) as Kelvin;

/** The temperature that lies a difference above (or, negative, below) another. */
export const raisedBy = (from: Celsius, difference: Kelvin): Celsius => celsius(from + difference);
