// An entry of a register, new or changed, in a dialog. What is typed is kept until it is saved.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RegisterEntryShown, RegistersPage } from '../../../server/contract/registers.ts';
import { SERVICE_SIDES } from '../../../server/domain/register.ts';
import { ask } from '../../client.ts';
import { readNumber } from '../../state/readNumber.ts';
import { useDraft } from '../../state/useDraft.ts';
import { useSaving } from '../../state/useSaving.ts';
import { REGISTER_WORDS } from '../../words/registers.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Chosen } from '../Chosen.tsx';
import { Problem } from '../leads/Problem.tsx';

type Kind = RegisterEntryShown['kind'];
type Props = {
  page: RegistersPage;
  kind: Kind;
  title: string;
  /** Null: a new one. */
  entry: RegisterEntryShown | null;
  onSaved: (page: RegistersPage) => void;
  onStale: () => void;
  onClose: () => void;
};

export function EntryDialog({ page, kind, title, entry, onSaved, onStale, onClose }: Props) {
  const language = useLanguage();
  const words = REGISTER_WORDS[language];
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const draft = (name: string, stored: string | null) =>
    useDraft(`register ${page.cluster} ${kind} ${entry?.id ?? 'new'} ${name}`, stored ?? '');
  const name = draft('title', entry?.title ?? null);
  const text = draft('text', entry?.text ?? null);
  const why = draft('why', entry?.why ?? null);
  const year = draft('year', entry?.year?.toString() ?? null);
  const side = draft('side', entry?.side ?? 'offers');
  const resource = draft('resource', entry?.resource ?? null);
  const hours = draft('hours', entry?.hours_per_month?.toString() ?? null);
  const companies = draft('companies', (entry?.companies.map(({ id }) => id) ?? (page.own.length === 1 ? page.own : [])).join('\n'));
  const chosen = companies.value.split('\n').filter((id) => id !== '');
  const [wrong, setWrong] = useState('');
  const saving = useSaving(onStale);
  const nameOf = (id: string): string => page.companies.find((one) => one.id === id)?.name ?? id;
  const options = page.companies
    .filter(({ id }) => page.own.includes(id) && !chosen.includes(id))
    .map(({ id, name: label }) => ({ key: id, label }));
  const kinds = page.service_kinds.map(({ id, name: label }) => ({ key: id, label }));

  function save(): void {
    const perMonth = readNumber(hours.value);
    const problem =
      name.value.trim() === ''
        ? words.titleMissing
        : chosen.length === 0
          ? words.companyMissing
          : kind === 'service' && chosen.length > 1
            ? words.oneCompany
            : perMonth === 'wrong' || (perMonth !== null && perMonth <= 0)
              ? fill(words.wrongHours, { text: hours.value })
              : '';
    setWrong(problem);
    if (problem !== '') return;
    const isService = kind === 'service';
    const body = {
      title: name.value,
      text: text.value,
      why: kind === 'project' ? why.value : null,
      year: kind === 'project' && year.value !== '' ? Number(year.value) : null,
      side: isService ? side.value : null,
      resource: isService && resource.value !== '' ? resource.value : null,
      hours_per_month: isService ? perMonth : null,
      companies: chosen,
    };
    const { cluster } = page;
    saving.run(async () => {
      const next =
        entry === null
          ? await ask('registerAdd', { path: { cluster }, query: { lang: language }, body: { kind, ...body } })
          : await ask('registerChange', {
              path: { entry: entry.id },
              query: { lang: language, cluster },
              body: { ...body, version: entry.version },
            });
      for (const one of [name, text, why, year, side, resource, hours, companies]) one.drop();
      onSaved(next);
      dialog.current?.close();
    });
  }

  const line = (label: string, field: typeof name, more: object = {}) => (
    <label>
      {label}
      <input value={field.value} onInput={(event) => field.type(event.currentTarget.value)} {...more} />
    </label>
  );
  return (
    <dialog ref={dialog} class="why" aria-labelledby="entry-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 id="entry-title">{title}</h2>
        {line(words.name, name, { name: 'title', maxLength: 300 })}
        <label>
          {words.text}
          <textarea name="text" rows={3} maxLength={4000} value={text.value} onInput={(event) => text.type(event.currentTarget.value)} />
        </label>
        {kind === 'project' && line(words.why, why, { name: 'why', maxLength: 4000 })}
        {kind === 'project' && line(words.year, year, { name: 'year', type: 'number', min: 1950, max: 2200, step: 1 })}
        {kind === 'service' && (
          <>
            <label>
              {words.side}
              <select name="side" value={side.value} onChange={(event) => side.type(event.currentTarget.value)}>
                {SERVICE_SIDES.map((one) => (
                  <option key={one} value={one}>
                    {words.sides[one]}
                  </option>
                ))}
              </select>
            </label>
            <Chosen label={words.kind} any={words.kindAny} options={kinds} chosen={resource.value} onChoose={resource.type} />
            {line(words.hours, hours, { name: 'hours', inputMode: 'decimal' })}
          </>
        )}
        {chosen.length > 0 && (
          <ul class="chips" aria-label={words.companies}>
            {chosen.map((id) => (
              <li key={id}>
                {nameOf(id)}{' '}
                <button
                  type="button"
                  aria-label={fill(words.take, { name: nameOf(id) })}
                  onClick={() => companies.type(chosen.filter((one) => one !== id).join('\n'))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        {options.length > 0 && (kind !== 'service' || chosen.length === 0) && (
          <Chosen
            label={kind === 'service' ? words.company : words.companies}
            any={words.addCompany}
            options={options}
            chosen=""
            emptied
            onChoose={(id) => id !== '' && companies.type([...chosen, id].join('\n'))}
          />
        )}
        <Problem text={wrong || saving.problem} />
        <p class="actions">
          <button type="submit" class="primary" disabled={saving.busy}>
            {words.save}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
