// The choices: slice, direction, unit, grouping, order, colours, height.
import type { FlowTable } from './readFlowTable.ts';
import { statesOf } from './states.ts';
import { FIRST_VIEW, SHARES } from './view.ts';
import type { View } from './view.ts';
import { fill } from './words.ts';
import type { DrawWords, Language } from './words.ts';

type Props = {
  readonly table: FlowTable;
  readonly view: View;
  readonly words: DrawWords;
  readonly language: Language;
  readonly onView: (view: View) => void;
};
type Choice = readonly [value: string, text: string];

export function Toolbar({ table, view, words, language, onView }: Props) {
  const nodes = [...new Set(table.flows.flatMap((flow) => [flow.source, flow.target]))].sort((a, b) => a.localeCompare(b, 'nb'));
  const units = [...new Set(table.flows.map((flow) => flow.unit))].sort();
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nb-NO');
  const states = statesOf(table.flows);
  const warm = table.flows.some((flow) => flow.temperature !== undefined);
  const pick = (label: string, name: string, value: string, choices: readonly Choice[], change: (value: string) => View) => (
    <label>
      <span>{label}</span>
      <select name={name} value={value} onChange={(event) => onView(change(event.currentTarget.value))}>
        {choices.map(([key, text]) => (
          <option value={key}>{text}</option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="toolbar" role="group" aria-label={words.slice}>
      {pick(words.slice, 'slice', view.node, [['', words.whole], ...nodes.map((node): Choice => [node, node])], (node) => ({
        ...view,
        node,
      }))}
      {view.node !== '' &&
        pick(
          words.direction,
          'direction',
          view.direction,
          [
            ['both', words.both],
            ['in', words.into],
            ['out', words.outOf],
          ],
          (value) => ({ ...view, direction: value === 'in' || value === 'out' ? value : 'both' }),
        )}
      {units.length > 1 &&
        pick(
          words.unit,
          'unit',
          view.unit === null ? '*' : `u${view.unit}`,
          [['*', words.allUnits], ...units.map((unit): Choice => [`u${unit}`, unit || '–'])],
          (value) => ({
            ...view,
            unit: value === '*' ? null : value.slice(1),
          }),
        )}
      {pick(
        words.group,
        'group',
        String(view.group),
        [
          ['0', words.everyRow],
          ['-1', words.joined],
          ...SHARES.map((n): Choice => [String(n), fill(words.under, { n: number.format(n) })]),
        ],
        (value) => ({ ...view, group: Number(value) }),
      )}
      {pick(
        words.order,
        'order',
        view.order,
        [
          ['crossings', words.crossings],
          ['amount', words.amount],
          ['name', words.name],
        ],
        (value) => ({ ...view, order: value === 'amount' || value === 'name' ? value : 'crossings' }),
      )}
      {pick(
        words.colours,
        'colours',
        view.colours,
        [
          ['kind', words.byKind],
          ['source', words.bySource],
          ...(warm ? [['temperature', words.byTemperature] as const] : []),
          ['none', words.none],
        ],
        (value) => ({ ...view, colours: value === 'source' || value === 'temperature' || value === 'none' ? value : 'kind' }),
      )}
      {pick(
        words.height,
        'height',
        String(view.height),
        [['auto', words.auto], ['1', words.screen], ...[2, 3, 4].map((n): Choice => [String(n), fill(words.screens, { n })])],
        (value) => ({ ...view, height: ([1, 2, 3, 4] as const).find((n) => String(n) === value) ?? 'auto' }),
      )}
      {states.length > 1 &&
        pick(
          words.split,
          'split',
          view.split,
          [
            ['none', words.splitNone],
            ['side', words.splitSide],
            ['turn', words.splitTurn],
          ],
          (value) => ({ ...view, split: value === 'side' || value === 'turn' ? value : 'none' }),
        )}
      {Object.keys(view.pins).length > 0 && (
        <button type="button" onClick={() => onView({ ...view, pins: FIRST_VIEW.pins })}>
          {words.unpin}
        </button>
      )}
    </div>
  );
}
