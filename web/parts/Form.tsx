// A small form: labelled fields, one button, and what went wrong beside it. What was typed stays when the server says no.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useLanguage, useWords } from '../words/words.ts';
import { refusalText } from './Loaded.tsx';

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  /** What the browser may fill in. */
  readonly autocomplete?: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly numeric?: boolean;
};

export function Form({
  fields,
  button,
  submit,
  children,
}: {
  fields: readonly Field[];
  button: string;
  submit: (values: Readonly<Record<string, string>>) => Promise<void>;
  children?: ComponentChildren;
}) {
  const words = useWords();
  const language = useLanguage();
  const id = useId();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const sent = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement) || busy) return;
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
    setBusy(true);
    setProblem('');
    submit(values)
      .catch((error: unknown) => setProblem(refusalText(error, words, language)))
      .finally(() => setBusy(false));
  };
  return (
    <form class="account-form" onSubmit={sent}>
      {children}
      {fields.map((field) => (
        <p key={field.name}>
          <label for={`${id}-${field.name}`}>{field.label}</label>
          <Input field={field} id={`${id}-${field.name}`} />
          {field.hint && (
            <small id={`${id}-${field.name}-hint`} class="quiet">
              {field.hint}
            </small>
          )}
        </p>
      ))}
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="primary" aria-busy={busy}>
        {button}
      </button>
    </form>
  );
}

/** The kinds of fields are told apart by their type; each has attributes of its own. */
function Input({ field, id }: { field: Field; id: string }) {
  const common = {
    id,
    name: field.name,
    required: field.optional !== true,
    ...(field.autocomplete ? { autoComplete: field.autocomplete } : {}),
    ...(field.numeric ? { inputMode: 'numeric' as const } : {}),
    ...(field.hint ? { 'aria-describedby': `${id}-hint` } : {}),
  };
  switch (field.type) {
    case 'email':
      return <input type="email" {...common} />;
    case 'password':
      return <input type="password" {...common} />;
    case 'date':
      return <input type="date" {...common} />;
    default:
      return <input type="text" {...common} />;
  }
}
