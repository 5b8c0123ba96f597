// The spreadsheet: a native table with one tab stop, cells that are typed in, marked, copied, pasted and filled as in any spreadsheet.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntryCheckShown, EntryMessageShown } from '../../server/contract/entry.ts';
import type { EntryField } from '../../server/domain/entry.ts';
import { amount } from '../state/format.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { fill, useLanguage } from '../words/words.ts';
import { CellEditor } from './CellEditor.tsx';
import type { Move } from './CellEditor.tsx';
import { copied, paste } from './clipboard.ts';
import { cellId, GridRow } from './GridRow.tsx';
import { textAt } from './sheet.ts';
import type { CellEdit, Sheet } from './sheet.ts';

export type Place = { readonly row: number; readonly column: number };

type Props = {
  sheet: Sheet;
  fields: readonly EntryField[];
  check: EntryCheckShown | null;
  place: Place;
  /** The other end of what is marked. */
  anchor: Place;
  onPlace: (place: Place, anchor: Place) => void;
  /** `part`: edits of one part in a row are one step back. */
  onEdits: (edits: readonly CellEdit[], said?: string, part?: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  onRepair: () => void;
};

/** Blank rows that stand ready below. */
const READY = 3;
const LEAST = 8;
const PAGE = 10;

export function Grid({ sheet, fields, check, place, anchor, onPlace, onEdits, onUndo, onRedo, onRepair }: Props) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const table = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<{ readonly start: string; readonly before: string; readonly part: string } | null>(null);
  const edits = useRef(0);
  /** The active cell is to have the focus: the grid has it, or its editor is about to go. */
  const within = useRef(false);
  const keepFocus = useRef(false);
  const dragging = useRef(false);
  const rows = Math.max(sheet.rows.length + READY, LEAST);
  const [top, bottom] = [Math.min(place.row, anchor.row), Math.max(place.row, anchor.row)];
  const [left, right] = [Math.min(place.column, anchor.column), Math.max(place.column, anchor.column)];
  const marked = fields.slice(left, right + 1);

  const byRow = useMemo(() => {
    const found = new Map<string, EntryMessageShown[]>();
    for (const one of check?.messages ?? []) if (one.row !== null) found.set(one.row, [...(found.get(one.row) ?? []), one]);
    return found;
  }, [check]);
  const meaningOf = useMemo(() => {
    const found = new Map<string, string>();
    for (const { row, annual, meanings } of check?.rows ?? [])
      found.set(
        row,
        [meanings[0]?.name, annual?.likely === null || annual === null ? null : amount(annual.likely, annual.unit, language)]
          .filter(Boolean)
          .join(' · '),
      );
    return found;
  }, [check, language]);
  const directionOf = (row: number): 'in' | 'out' | '' => check?.rows.find((one) => one.row === sheet.rows[row]?.id)?.direction ?? '';

  // The active cell has the focus whenever the grid has it.
  useLayoutEffect(() => {
    if ((!within.current && !keepFocus.current) || editing !== null) return;
    keepFocus.current = false;
    document.getElementById(cellId(place.row, place.column))?.focus({ preventScroll: false });
  }, [place.row, place.column, editing, fields]);
  useEffect(() => {
    const up = (): void => void (dragging.current = false);
    addEventListener('mouseup', up);
    return () => removeEventListener('mouseup', up);
  }, []);

  const at = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, fields.length - 1)),
  });
  const go = (to: Place, extend = false): void => onPlace(to, extend ? anchor : to);
  const moved = (move: Move): Place => {
    if (move === 'down') return at(place.row + 1, place.column);
    if (move === 'up') return at(place.row - 1, place.column);
    if (move === 'right') return place.column + 1 < fields.length ? at(place.row, place.column + 1) : at(place.row + 1, 0);
    if (move === 'left') return place.column > 0 ? at(place.row, place.column - 1) : at(place.row - 1, fields.length - 1);
    return place;
  };
  const done = (text: string, move: Move, meaning?: string): void => {
    const field = fields[place.column];
    if (field === undefined || editing === null) return;
    const written: CellEdit[] = [{ row: place.row, field, text }];
    // A meaning that was chosen for other words is no meaning of these.
    if (field === 'resource' && (meaning !== undefined || text !== editing.before))
      written.push({ row: place.row, field: 'resource_id', text: meaning ?? '' });
    onEdits(written, '', editing.part);
    setEditing(null);
    keepFocus.current = move !== 'away';
    go(moved(move));
  };
  const begin = (start?: string, to: Place = place): void => {
    const before = textAt(sheet, to.row, fields[to.column] ?? 'resource');
    edits.current += 1;
    setEditing({ start: start ?? before, before, part: `cell ${edits.current}` });
    // The first letter is typed too.
    const field = fields[to.column];
    if (start !== undefined && field !== undefined) onEdits([{ row: to.row, field, text: start }], '', `cell ${edits.current}`);
  };
  const typedIn = (text: string): void => {
    const field = fields[place.column];
    if (field !== undefined && editing !== null) onEdits([{ row: place.row, field, text }], '', editing.part);
  };
  const clear = (): void =>
    onEdits(Array.from({ length: bottom - top + 1 }, (_, down) => marked.map((field) => ({ row: top + down, field, text: '' }))).flat());
  const fillDown = (): void =>
    onEdits(
      Array.from({ length: bottom - top }, (_, down) =>
        marked.map((field) => ({ row: top + down + 1, field, text: textAt(sheet, top, field) })),
      ).flat(),
    );

  const key = (event: KeyboardEvent): void => {
    if (editing !== null) return;
    const command = event.ctrlKey || event.metaKey;
    const extend = event.shiftKey;
    const [last, end] = [Math.max(0, sheet.rows.length - 1), fields.length - 1];
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at(command ? last : place.row + 1, place.column), extend),
      ArrowUp: () => go(at(command ? 0 : place.row - 1, place.column), extend),
      ArrowRight: () => go(at(place.row, command ? end : place.column + 1), extend),
      ArrowLeft: () => go(at(place.row, command ? 0 : place.column - 1), extend),
      Home: () => go(at(command ? 0 : place.row, 0), extend),
      End: () => go(at(command ? last : place.row, end), extend),
      PageDown: () => go(at(place.row + PAGE, place.column), extend),
      PageUp: () => go(at(place.row - PAGE, place.column), extend),
      Enter: () => (event.altKey ? onRepair() : begin()),
      F2: () => begin(),
      Delete: clear,
      Backspace: clear,
      Escape: () => go(place),
    };
    const letters: Readonly<Record<string, () => void>> = {
      z: () => (extend ? onRedo() : onUndo()),
      y: onRedo,
      d: fillDown,
      a: () => onPlace(at(last, end), { row: 0, column: 0 }),
    };
    const step = command && event.key.length === 1 ? letters[event.key.toLowerCase()] : steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      step();
    } else if (event.key.length === 1 && !command && !event.altKey) {
      event.preventDefault();
      begin(event.key);
    }
  };

  const placeOf = (target: EventTarget | null): Place | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null;
    return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  const copy = (event: ClipboardEvent): void => {
    if (editing !== null) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copied(sheet, [top, bottom], marked));
    if (event.type === 'cut') clear();
  };
  const pasteIn = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (editing !== null || text === '') return;
    event.preventDefault();
    const laid = paste(text, { row: top, column: left }, { rows: bottom - top + 1, columns: right - left + 1 }, fields);
    const said =
      fill(laid.byHeaders ? words.pastedByHeaders : words.pasted, { rows: laid.rows, columns: laid.columns }) +
      (laid.left.length > 0 ? fill(words.pastedLeft, { left: laid.left.join(', ') }) : '');
    onEdits(laid.edits, said);
  };

  const head = (field: EntryField, column: number): ComponentChildren => (
    <th key={field} role="columnheader" scope="col" aria-colindex={column + 2}>
      {words.field[field]}
    </th>
  );
  return (
    <div class="sheet-scroll">
      <table
        ref={table}
        class="sheet"
        role="grid"
        aria-label={words.grid}
        aria-describedby="grid-help"
        aria-rowcount={rows + 1}
        aria-colcount={fields.length + 2}
        aria-multiselectable="true"
        onKeyDown={key}
        onCopy={copy}
        onCut={copy}
        onPaste={pasteIn}
        onFocusIn={() => void (within.current = true)}
        onFocusOut={(event) => {
          if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
            within.current = editing !== null;
        }}
        onMouseDown={(event) => {
          const to = placeOf(event.target);
          if (to === null || (editing !== null && to.row === place.row && to.column === place.column)) return;
          within.current = true;
          dragging.current = true;
          go(to, event.shiftKey);
        }}
        onMouseOver={(event) => {
          const to = dragging.current ? placeOf(event.target) : null;
          if (to !== null && event.buttons === 1 && editing === null) onPlace(to, anchor);
        }}
        onDblClick={(event) => {
          const to = placeOf(event.target);
          if (to !== null && editing === null) begin(undefined, to);
        }}
      >
        <thead>
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col" aria-colindex={1}>
              <span class="hidden">{words.rowHeader}</span>
            </th>
            {fields.map(head)}
            <th role="columnheader" scope="col" aria-colindex={fields.length + 2}>
              {words.meaning}
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, index) => {
            const row = sheet.rows[index] ?? null;
            const here = index === place.row;
            const field = fields[place.column] ?? 'resource';
            return (
              <GridRow
                key={index}
                index={index}
                row={row}
                fields={fields}
                labels={words.field}
                rowLabel={words.rowHeader}
                meaning={row === null ? '' : (meaningOf.get(row.id) ?? '')}
                messages={row === null ? undefined : byRow.get(row.id)}
                active={here ? place.column : null}
                selected={index >= top && index <= bottom ? [left, right] : null}
                editing={
                  here && editing !== null ? (
                    <CellEditor
                      key={`${place.row} ${field}`}
                      field={field}
                      label={`${words.field[field]}, ${fill(words.row, { row: index + 1 })}`}
                      start={editing.start}
                      direction={directionOf(index)}
                      branch={{ nace: sheet.facts.nace, activity: sheet.facts.activity }}
                      onDone={done}
                      onText={typedIn}
                      onCancel={() => {
                        typedIn(editing.before);
                        keepFocus.current = true;
                        setEditing(null);
                      }}
                    />
                  ) : null
                }
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
