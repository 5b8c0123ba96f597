// The grid of a company's flows: typed or pasted, checked while typing, kept at every pause, stored as an import that can be undone.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EntryMessageShown } from '../../server/contract/entry.ts';
import type { EntryField } from '../../server/domain/entry.ts';
import { draftFlows } from '../entry/draftPicture.ts';
import { EntryFrame } from '../entry/EntryFrame.tsx';
import type { Framed } from '../entry/EntryFrame.tsx';
import { FactFields } from '../entry/FactFields.tsx';
import { Grid } from '../entry/Grid.tsx';
import type { Place } from '../entry/Grid.tsx';
import { cellId } from '../entry/GridRow.tsx';
import { Remarks, repairText } from '../entry/Remarks.tsx';
import { SaveBar } from '../entry/SaveBar.tsx';
import { deleteRows, fieldsShown, insertRow, setCells, textAt } from '../entry/sheet.ts';
import type { CellEdit, Sheet } from '../entry/sheet.ts';
import { TypicalPanel } from '../entry/TypicalPanel.tsx';
import { useCheck } from '../entry/useCheck.ts';
import { useDraft } from '../entry/useDraft.ts';
import type { Draft } from '../entry/useDraft.ts';
import { FlowDiagram } from '../parts/FlowDiagram.tsx';
import { companyPicture } from '../pictures/flowPictures.ts';
import { pictureNames } from '../pictures/pictureNames.ts';
import { address } from '../state/route.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

/** Columns that stand from the start; others come with a choice, or with what is in them. */
const ALWAYS: readonly EntryField[] = [
  'process', 'direction', 'resource', 'quantity', 'unit', 'temperature', 'temperature_return', 'hours', 'price', 'data_quality', 'period', 'comment',
]; // prettier-ignore

type Props = { entry: string; cluster: string };

export function EntryPage({ entry, cluster }: Props) {
  return (
    <EntryFrame entry={entry} cluster={cluster} quick={false}>
      {(framed) => <Editor key={`${entry} ${framed.opened.version} ${framed.opened.content.rows.length}`} {...framed} />}
    </EntryFrame>
  );
}

function Editor({ opened, onSaved, onAgain }: Framed) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const all = useWords();
  const draft = useDraft(opened);
  const sheet = draft.history.now;
  const checked = useCheck(opened.id, sheet);
  const [wide, setWide] = useState(false);
  const columns = fieldsShown(sheet, ALWAYS, wide);
  // The same list while it says the same: the grid is drawn anew only when its columns change.
  const fields = useMemo(() => columns, [columns.join()]);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>(place);
  const [status, setStatus] = useState('');
  const field = fields[place.column];
  const rowId = sheet.rows[place.row]?.id;
  const here = (checked.check?.messages ?? []).filter(
    (one) => one.row !== null && one.row === rowId && (one.field === field || one.field === null),
  );
  const moveTo = (to: Place, end: Place = to): void => {
    setPlace(to);
    setAnchor(end);
    if (to.row !== place.row || to.column !== place.column) setStatus('');
  };
  useProposal(draft, moveTo, fields);

  const edit = (edits: readonly CellEdit[], text = '', part?: string): void => {
    draft.change((one) => setCells(one, edits), part);
    setStatus(text);
  };
  const repair = (message: EntryMessageShown | undefined): void => {
    const row = sheet.rows.findIndex(({ id }) => id === message?.row);
    if (message !== undefined && row !== -1) edit(message.repair.map((one) => ({ row, field: one.field as EntryField, text: one.text })));
  };
  const goTo = (message: EntryMessageShown): void => {
    const row = sheet.rows.findIndex(({ id }) => id === message.row);
    if (row === -1) return;
    const column = Math.max(0, fields.indexOf(message.field as EntryField));
    moveTo({ row, column });
    document.getElementById(cellId(row, column))?.focus();
  };
  const isNew = sheet.company === null;
  return (
    <>
      <p>
        <a href={address.cluster(sheet.cluster)}>{sheet.cluster}</a>
      </p>
      <h1>{isNew ? fill(words.newTitle, { cluster: sheet.cluster }) : fill(words.title, { company: sheet.facts.company })}</h1>
      <p class="quiet lead">{words.intro}</p>
      <FactFields draft={draft} messages={checked.check?.messages ?? []} open={isNew} />
      {checked.check?.existing && (
        <p class="notice" role="status">
          {fill(words.existing, { name: checked.check.existing.name })}{' '}
          <a href={address.entry(checked.check.existing.id)}>{words.openExisting}</a>
        </p>
      )}
      <TypicalPanel draft={draft} />
      <Tools draft={draft} wide={wide} setWide={setWide} place={place} anchor={anchor} />
      <Grid
        sheet={sheet}
        fields={fields}
        check={checked.check}
        place={place}
        anchor={anchor}
        onPlace={moveTo}
        onEdits={edit}
        onUndo={draft.undo}
        onRedo={draft.redo}
        onRepair={() => repair(here.find((one) => one.repair.length > 0))}
      />
      <div class="cell-says" role="status">
        {status && <p>{status}</p>}
        {here.length === 0 && !status && (
          <p class="quiet">{`${words.field[field ?? 'resource']}, ${fill(words.row, { row: place.row + 1 })}`}</p>
        )}
        {here.map((one) => (
          <p key={one.text} class={`said ${one.severity}`}>
            {one.text}{' '}
            {one.repair.length > 0 && (
              <button type="button" onClick={() => repair(one)} aria-keyshortcuts="Alt+Enter">
                {fill(words.repair, { text: repairText(one) })}
              </button>
            )}
          </p>
        ))}
      </div>
      <details class="keys">
        <summary>{words.keys}</summary>
        <p id="grid-help" class="quiet">
          {words.gridHelp}
        </p>
      </details>
      <SaveBar opened={opened} draft={draft} checked={checked} onSaved={onSaved} onAgain={onAgain} onBad={goTo} />
      <p>
        {sheet.company !== null && (
          <>
            <a href={address.company(sheet.company)}>{words.toCompany}</a> ·{' '}
          </>
        )}
        <a href={sheet.company === null ? address.newCompany(sheet.cluster, opened.id, true) : address.quick(sheet.company)}>
          {words.toQuick}
        </a>
      </p>
      <h2>{words.problems}</h2>
      <Remarks checked={checked} onGo={goTo} onRepair={repair} />
      <h2>{words.picture}</h2>
      <Drawn draft={draft} check={checked.check} none={words.pictureNone} title={words.picture} names={pictureNames(all)} />
    </>
  );
}

type ToolProps = { draft: Draft; wide: boolean; setWide: (wide: boolean) => void; place: Place; anchor: Place };

function Tools({ draft, wide, setWide, place, anchor }: ToolProps) {
  const words = ENTRY_WORDS[useLanguage()];
  const all = useWords();
  const [top, bottom] = [Math.min(place.row, anchor.row), Math.max(place.row, anchor.row)];
  return (
    <div class="controls tools" role="group" aria-label={words.grid}>
      <button type="button" onClick={draft.undo} disabled={draft.history.past.length === 0} aria-keyshortcuts="Control+Z">
        {words.undo}
      </button>
      <button type="button" onClick={draft.redo} disabled={draft.history.next.length === 0} aria-keyshortcuts="Control+Y">
        {words.redo}
      </button>
      <button type="button" onClick={() => draft.change((one) => insertRow(one, top))}>
        {words.insertRow}
      </button>
      <button type="button" onClick={() => draft.change((one) => deleteRows(one, top, bottom))}>
        {words.deleteRows}
      </button>
      <label>
        <input type="checkbox" checked={wide} onChange={(event) => setWide(event.currentTarget.checked)} /> {words.allColumns}
      </label>
      <label>
        {words.decimal}{' '}
        <select
          value={draft.history.now.decimal ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            draft.change((one) => ({ ...one, decimal: value === ',' || value === '.' ? value : null }));
          }}
        >
          <option value="">{words.decimalAuto}</option>
          <option value=",">{all.decimalNames[',']}</option>
          <option value=".">{all.decimalNames['.']}</option>
        </select>
      </label>
    </div>
  );
}

type DrawnProps = {
  draft: Draft;
  check: Parameters<typeof draftFlows>[1];
  none: string;
  title: string;
  names: Parameters<typeof companyPicture>[2];
};

/** What is typed, drawn before it is stored. */
function Drawn({ draft, check, none, title, names }: DrawnProps) {
  const picture = useMemo(() => companyPicture(draftFlows(draft.history.now, check), 'all', names), [check, names.whole]);
  if (picture.rows.length === 0) return <p class="quiet">{none}</p>;
  return <FlowDiagram picture={picture} title={title} caption="" onOpen={nothing} />;
}
const nothing = (): void => undefined;

/** What another page proposes for a stored flow stands in the address; it is written once, where it is seen and can be undone. */
function useProposal(draft: Draft, moveTo: (place: Place) => void, fields: readonly EntryField[]): void {
  const done = useRef(false);
  useEffect(() => {
    const sheet: Sheet = draft.history.now;
    const asked = new URLSearchParams(location.search);
    const row = sheet.rows.findIndex(({ flow }) => flow !== null && flow === asked.get('flow'));
    if (done.current || row === -1) return;
    done.current = true;
    const edits = (['quantity', 'unit', 'temperature'] as const).flatMap((field): CellEdit[] => {
      const text = asked.get(field);
      return text === null || text === textAt(sheet, row, field) ? [] : [{ row, field, text }];
    });
    history.replaceState(null, '', location.pathname);
    const column = Math.max(0, fields.indexOf(edits[0]?.field ?? 'quantity'));
    moveTo({ row, column });
    if (edits.length > 0) draft.change((one) => setCells(one, edits));
    document.getElementById(cellId(row, column))?.focus();
  }, []);
}
