// Which node between source and target does a flow pass in this view?
import { classAmong } from '../colours/temperature.ts';
import type { SankeyFlow } from '../types.ts';
import type { ChooseOptions, Slice } from './slice.ts';

/** Null: the flow goes straight; it does where the table does not say what the view asks for. */
export function betweenName(flow: SankeyFlow, slice: Slice, options: ChooseOptions): string | null {
  const name = (key: string): string => options.nameOf?.[key] ?? key;
  switch (slice.between) {
    case undefined:
      return null;
    case 'resource': {
      if (flow.resource === undefined) return flow.kind ?? null;
      return name(
        flow.resource
          .split('.')
          .slice(0, slice.level ?? 2)
          .join('.'),
      );
    }
    case 'temperature':
      return flow.temperature === undefined || options.temperatureLimits === undefined
        ? null
        : classAmong(flow.temperature, options.temperatureLimits).name;
    case 'status':
      return flow.status === undefined ? null : name(flow.status);
    case 'month':
      return flow.month === undefined ? null : name(String(flow.month).padStart(2, '0'));
    case 'unit':
      return flow.unit;
    case 'kind':
      return flow.kind ?? null;
    default:
      return slice.between satisfies never;
  }
}
