// How well two temperatures go together, before any check: a source that needs no lift stands before one that does.
import type { Flow } from '../domain/flow.ts';
import { supplyOf } from './checks/temperature.ts';
import type { Settings } from './settings.ts';

/** Over 0 up to 1: 1 where the surplus is hot enough, less the more it must be lifted; a temperature that nobody told is no reason to stand first. */
export function temperatureFit(surplus: Flow, need: Flow, settings: Settings): number {
  const [given, wanted] = [supplyOf(surplus.temperature), supplyOf(need.temperature)];
  if (given === null || wanted === null) return settings['temperature.unknown'];
  const lift = wanted - given;
  return lift <= 0 ? 1 : settings['temperature.unknown'] / (1 + lift / settings['temperature.lift']);
}
