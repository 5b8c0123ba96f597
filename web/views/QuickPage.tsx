// The quick screening: a dozen questions, each answered in a line or two; the same draft as the grid's.
import { useMemo, useState } from 'preact/hooks';
import type { EntryCheckShown, EntryRowShown } from '../../server/contract/entry.ts';
import { EntryFrame } from '../entry/EntryFrame.tsx';
import type { Framed } from '../entry/EntryFrame.tsx';
import { FactFields } from '../entry/FactFields.tsx';
import { answer, answersTo, KINDS, mean, removeAnswer, unitOf } from '../entry/questions.ts';
import type { AnswerField } from '../entry/questions.ts';
import { SaveBar } from '../entry/SaveBar.tsx';
import { useCheck } from '../entry/useCheck.ts';
import { useDraft } from '../entry/useDraft.ts';
import type { Draft } from '../entry/useDraft.ts';
import { useMeanings } from '../entry/useMeanings.ts';
import { SuggestField } from '../parts/Combobox.tsx';
import { amount } from '../state/format.ts';
import { address } from '../state/route.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { QUESTIONS, QUICK_WORDS } from '../words/quick.ts';
import type { Question } from '../words/quick.ts';
import { fill, useLanguage } from '../words/words.ts';

export function QuickPage({ entry, cluster }: { entry: string; cluster: string }) {
  return (
    <EntryFrame entry={entry} cluster={cluster} quick>
      {(framed) => <Questions key={`${entry} ${framed.opened.version} ${framed.opened.content.rows.length}`} {...framed} />}
    </EntryFrame>
  );
}

function Questions({ opened, onSaved, onAgain }: Framed) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const draft = useDraft(opened);
  const sheet = draft.history.now;
  const checked = useCheck(opened.id, sheet);
  const done = QUESTIONS.filter((question) => answersTo(sheet, question).some((row) => Object.keys(row.cells).length > 0)).length;
  const others = sheet.rows.filter((row) => row.question === null && Object.keys(row.cells).length > 0).length;
  return (
    <>
      <p>
        <a href={sheet.company === null ? address.cluster(sheet.cluster) : address.company(sheet.company)}>
          {sheet.facts.company || sheet.cluster}
        </a>
      </p>
      <h1>{words.quickTitle}</h1>
      <p class="quiet lead">{words.quickIntro}</p>
      <FactFields draft={draft} messages={checked.check?.messages ?? []} open={sheet.company === null} />
      {others > 0 && <p class="quiet">{fill(words.otherRows, { count: others })}</p>}
      <p class="quick-progress">
        <progress max={QUESTIONS.length} value={done} aria-label={words.quickTitle} />{' '}
        {fill(words.quickDone, { done, all: QUESTIONS.length })}
      </p>
      <ol class="questions">
        {QUESTIONS.map((question) => (
          <OneQuestion key={question} question={question} draft={draft} check={checked.check} />
        ))}
      </ol>
      <SaveBar opened={opened} draft={draft} checked={checked} onSaved={onSaved} onAgain={onAgain} onBad={() => undefined} />
      <p>
        <a href={sheet.company === null ? address.newCompany(sheet.cluster, opened.id) : address.entry(sheet.company)}>{words.toFull}</a>
      </p>
    </>
  );
}

function OneQuestion({ question, draft, check }: { question: Question; draft: Draft; check: EntryCheckShown | null }) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const { ask, example } = QUICK_WORDS[language][question];
  const answers = answersTo(draft.history.now, question);
  const [more, setMore] = useState(false);
  return (
    <li>
      <fieldset>
        <legend>{ask}</legend>
        {answers.map((row, index) => (
          <Line key={index} question={question} row={row} number={index + 1} draft={draft} check={check} example={example} />
        ))}
        {(answers.length === 0 || more) && (
          <Line
            key={answers.length}
            question={question}
            row={null}
            number={answers.length + 1}
            draft={draft}
            check={check}
            example={example}
            onStarted={() => setMore(false)}
          />
        )}
        {answers.length > 0 && !more && (
          <button type="button" class="link" onClick={() => setMore(true)}>
            {words.addLine}
          </button>
        )}
      </fieldset>
    </li>
  );
}

type LineProps = {
  question: Question;
  row: EntryRowShown | null;
  number: number;
  draft: Draft;
  check: EntryCheckShown | null;
  example: string;
  onStarted?: () => void;
};

/** One answer; the same line on screen before and after it has a row. */
function Line({ question, row, number, draft, check, example, onStarted }: LineProps) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const kind = KINDS[question];
  const what = row?.cells.resource ?? '';
  const [asking, setAsking] = useState(false);
  const { facts } = draft.history.now;
  const meanings = useMeanings(what, kind.direction, { nace: facts.nace, activity: facts.activity }, asking);
  const options = useMemo(
    () => meanings.map(({ resource, name, group }) => ({ key: resource, label: name, ...(group ? { hint: group } : {}) })),
    [meanings],
  );
  const said = (check?.messages ?? []).filter((one) => row !== null && one.row === row.id && one.severity !== 'info');
  const read = check?.rows.find((one) => one.row === row?.id);
  const write = (field: AnswerField, text: string): void => {
    draft.change((sheet) => answer(sheet, question, row?.id ?? null, field, text, language), `${question} ${number} ${field}`);
    if (text.trim() !== '') onStarted?.();
  };
  const pick = (resource: string): void => {
    const name = meanings.find((one) => one.resource === resource)?.name ?? what;
    const text = name.toLowerCase().startsWith(what.trim().toLowerCase()) ? name : what.trim();
    setAsking(false);
    draft.change((sheet) => {
      const next = answer(sheet, question, row?.id ?? null, 'resource', text, language);
      const id = row?.id ?? next.rows.at(-1)?.id;
      return id === undefined ? next : mean(next, id, text, resource);
    });
    onStarted?.();
  };
  const name = (label: string): string => `${label}, ${QUICK_WORDS[language][question].ask} ${number}`;
  const text = (field: AnswerField, label: string, size: number) => (
    <label>
      {label}
      <input
        size={size}
        autocomplete="off"
        aria-label={name(label)}
        aria-invalid={said.some((one) => one.field === field && one.severity === 'error')}
        value={row?.cells[field] ?? (field === 'unit' ? unitOf(question, language) : '')}
        onInput={(event) => {
          // A unit alone says nothing of a line that is not begun.
          if (row !== null || field !== 'unit') write(field, event.currentTarget.value);
        }}
      />
    </label>
  );
  return (
    <div class="answer">
      <label class="what">
        {words.what}
        <SuggestField
          value={what}
          options={asking ? options : []}
          listLabel={words.suggestions}
          onText={(typed) => {
            write('resource', typed);
            setAsking(true);
          }}
          onPick={pick}
          field={{
            'aria-label': name(words.what),
            placeholder: kind.usual?.[language] ?? example,
            onBlur: () => setAsking(false),
          }}
        />
      </label>
      {text('quantity', words.howMuch, 12)}
      {text('unit', words.howMuchUnit, 9)}
      {kind.hot && text('temperature', words.howHot, 6)}
      {row !== null && (
        <button type="button" class="link" onClick={() => draft.change((sheet) => removeAnswer(sheet, row.id))}>
          {words.removeLine}
        </button>
      )}
      {read && (read.meanings.length > 0 || read.annual !== null) && (
        <p class="quiet read">
          {words.meaning}{' '}
          {[
            read.meanings[0]?.name,
            read.annual === null || read.annual.likely === null ? null : amount(read.annual.likely, read.annual.unit, language),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {said.map((one) => (
        <p key={one.text} class={`said ${one.severity}`}>
          {one.text}
        </p>
      ))}
    </div>
  );
}
