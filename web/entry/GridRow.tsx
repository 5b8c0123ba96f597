// One row of the grid, drawn again only when something of it changed.
import { Component } from 'preact';
import type { EntryMessageShown, EntryRowShown } from '../../server/contract/entry.ts';
import type { EntryField } from '../../server/domain/entry.ts';

type Props = {
  index: number;
  row: EntryRowShown | null;
  fields: readonly EntryField[];
  labels: Readonly<Record<string, string>>;
  rowLabel: string;
  meaning: string;
  messages: readonly EntryMessageShown[] | undefined;
  /** Column of the active cell, or null. */
  active: number | null;
  /** The grid's tab stop is here, focused or not. */
  selected: readonly [from: number, to: number] | null;
  editing: preact.ComponentChild;
};

const WORST = { error: 2, warning: 1, info: 0 } as const;
const MARK = { error: '✖', warning: '▲', info: '' } as const;

const worst = (messages: readonly EntryMessageShown[]): EntryMessageShown | undefined =>
  messages.toSorted((a, b) => WORST[b.severity] - WORST[a.severity])[0];

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;
const LEFT: ReadonlySet<EntryField> = new Set(['quantity', 'temperature', 'temperature_return', 'hours', 'price']);

export class GridRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const now = this.props;
    return (
      now.row !== next.row ||
      now.fields !== next.fields ||
      now.labels !== next.labels ||
      now.meaning !== next.meaning ||
      now.messages !== next.messages ||
      now.active !== next.active ||
      now.index !== next.index ||
      now.selected?.[0] !== next.selected?.[0] ||
      now.selected?.[1] !== next.selected?.[1] ||
      now.editing !== next.editing
    );
  }

  override render() {
    const { index, row, fields, labels, rowLabel, meaning, messages = [], active, selected, editing } = this.props;
    const whole = worst(messages);
    return (
      <tr role="row" aria-rowindex={index + 2} class={whole?.severity ?? ''}>
        <th role="rowheader" scope="row">
          <span class="hidden">{rowLabel} </span>
          {index + 1}
          {whole && whole.severity !== 'info' && (
            <span class="mark" aria-hidden="true">
              {' '}
              {MARK[whole.severity]}
            </span>
          )}
        </th>
        {fields.map((field, column) => {
          const said = worst(messages.filter((one) => one.field === field));
          const here = active === column;
          const inRange = selected !== null && column >= selected[0] && column <= selected[1];
          const classes = [said?.severity ?? '', inRange ? 'chosen' : '', LEFT.has(field) ? 'figure' : ''].filter(Boolean).join(' ');
          return (
            <td
              key={field}
              id={cellId(index, column)}
              role="gridcell"
              aria-colindex={column + 2}
              aria-selected={inRange}
              aria-invalid={said?.severity === 'error'}
              {...(said && said.severity !== 'info' ? { 'aria-description': said.text } : {})}
              title={said && said.severity !== 'info' ? said.text : labels[field]}
              class={classes}
              data-row={index}
              data-column={column}
              tabIndex={here ? 0 : -1}
            >
              {here && editing ? editing : (row?.cells[field] ?? '')}
            </td>
          );
        })}
        <td role="gridcell" aria-colindex={fields.length + 2} class="meaning">
          {meaning}
        </td>
      </tr>
    );
  }
}
