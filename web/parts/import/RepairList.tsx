// Problems grouped by repair, repaired in place: one text for a whole group, or each row by itself.
import { useState } from 'preact/hooks';
import type { PreviewOptions, PreviewShown } from '../../../server/contract/previews.ts';
import { counted } from '../../words/entry.ts';
import { fieldName } from '../../words/fields.ts';
import { REPAIR_WORDS } from '../../words/repair.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { repairGroups, repairOf } from './repairGroups.ts';
import type { CellRepair, RepairGroup } from './repairGroups.ts';

type Props = { preview: PreviewShown; onChange: (options: PreviewOptions) => void; disabled: boolean };

/** Rows that are offered one by one. */
const MOST = 50;

export function RepairList({ preview, onChange, disabled }: Props) {
  const language = useLanguage();
  const words = REPAIR_WORDS[language];
  const groups = repairGroups(preview);
  const repairs = preview.options.repairs ?? [];
  const add = (more: readonly CellRepair[]): void => onChange({ ...preview.options, repairs: [...repairs, ...more] });
  const nameOf = (field: string): string => words.fields[field] ?? fieldName(field, language) ?? field;
  return (
    <>
      <h2>{words.title}</h2>
      {groups.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="messages repairs">
        {groups.map((group) => (
          <Group key={group.key} group={group} preview={preview} field={nameOf(group.field)} onRepair={add} disabled={disabled} />
        ))}
      </ul>
      {repairs.length > 0 && (
        <section>
          <h3>{words.repairs}</h3>
          <p class="quiet">{words.repairsNote}</p>
          <ul>
            {repairs.map((one, index) => (
              <li key={index}>
                {fill(words.repairOf, { field: one.header, text: one.text, lines: shortened(one.lines) })}{' '}
                <button
                  type="button"
                  disabled={disabled}
                  onClick={() => onChange({ ...preview.options, repairs: repairs.filter((_, other) => other !== index) })}
                >
                  {words.takeBack}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const shortened = (lines: readonly number[]): string => (lines.length <= 8 ? lines.join(', ') : `${lines.slice(0, 8).join(', ')} …`);

type GroupProps = {
  group: RepairGroup;
  preview: PreviewShown;
  field: string;
  onRepair: (repairs: readonly CellRepair[]) => void;
  disabled: boolean;
};

function Group({ group, preview, field, onRepair, disabled }: GroupProps) {
  const language = useLanguage();
  const words = REPAIR_WORDS[language];
  const [text, setText] = useState('');
  const { code, count, messages, found, severity } = group;
  const [first] = messages;
  if (first === undefined) return null;
  const lines = new Set(messages.flatMap((one) => one.lines));
  const proposed = preview.proposals.filter((one) => one.code === code && one.sheet === first.sheet && lines.has(one.line));
  const title = words.group[code];
  const together = found !== null || count === messages.filter((one) => (one.found ?? '') === '').length || messages.length === 1;
  const useProposals = (): void =>
    onRepair(
      proposed.flatMap((one) =>
        repairOf(
          preview.mapping,
          one.field,
          messages.filter(({ line }) => line === one.line),
          one.text,
        ),
      ),
    );
  return (
    <li class={severity}>
      <b>{counted(words.rows, count, language)}</b>: {title === undefined ? first.text : fill(title, { found: found ?? '' })}{' '}
      {proposed.length > 0 && (
        <button type="button" disabled={disabled} onClick={useProposals}>
          {proposed.length === 1
            ? fill(words.proposal, { text: proposed[0]?.text ?? '' })
            : fill(words.useProposals, { count: proposed.length })}
        </button>
      )}
      {together && (
        <form
          class="repair"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') onRepair(repairOf(preview.mapping, group.field, messages, text.trim()));
          }}
        >
          <label>
            {fill(words.write, { field })}{' '}
            <input value={text} disabled={disabled} size={14} onInput={(event) => setText(event.currentTarget.value)} />
          </label>{' '}
          <button type="submit" disabled={disabled || text.trim() === ''}>
            {count > 1 ? fill(words.setAll, { count }) : words.set}
          </button>
        </form>
      )}
      {(messages.length > 1 || !together) && (
        <details>
          <summary>{words.eachRow}</summary>
          <ul>
            {messages.slice(0, MOST).map((one) => (
              <Row
                key={`${one.line} ${one.column}`}
                message={one}
                field={field}
                disabled={disabled}
                onText={(to) => onRepair(repairOf(preview.mapping, group.field, [one], to))}
              />
            ))}
          </ul>
        </details>
      )}
      {title !== undefined && messages.length === 1 && <p class="quiet">{first.text}</p>}
    </li>
  );
}

type RowProps = { message: RepairGroup['messages'][number]; field: string; disabled: boolean; onText: (text: string) => void };

function Row({ message, field, disabled, onText }: RowProps) {
  const words = REPAIR_WORDS[useLanguage()];
  const [text, setText] = useState(message.found ?? '');
  return (
    <li>
      <form
        class="repair"
        onSubmit={(event) => {
          event.preventDefault();
          onText(text.trim());
        }}
      >
        <span>{fill(words.line, { line: message.line ?? '' })}</span>{' '}
        <input
          value={text}
          size={14}
          disabled={disabled}
          aria-label={fill(words.writeFor, { field, line: message.line ?? '' })}
          onInput={(event) => setText(event.currentTarget.value)}
        />{' '}
        <button type="submit" disabled={disabled || text.trim() === (message.found ?? '')}>
          {words.set}
        </button>
        <span class="quiet"> {message.text}</span>
      </form>
    </li>
  );
}
