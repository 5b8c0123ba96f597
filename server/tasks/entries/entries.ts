// Screenings that are typed: kept while somebody types, checked as an import would, stored as one.
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import type {
  EntryCheckShown,
  EntryContentShown,
  EntrySavedShown,
  EntryShown,
  MeaningShown,
  TypicalFlowShown,
} from '../../contract/entry.ts';
import type { Language } from '../../contract/errors.ts';
import { companyOfDraft, isNewDraft, mayType } from '../../domain/entry.ts';
import type { EntryContent, EntryRow } from '../../domain/entry.ts';
import { AppError } from '../../domain/errors.ts';
import { nameKey } from '../../domain/identity.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { ENTRY_DIALECT, entryText } from '../../intake/entry/entryText.ts';
import { readInThread } from '../import/startReader.ts';
import type { Opened } from '../opened.ts';
import { givesTo } from '../previews.ts';
import type { WordsAsked } from './meanings.ts';
import { withRenewedDates } from './renewDates.ts';

const LANGUAGES = ['nb', 'en'] as const;
type SaveMore = { readonly user?: string | null; readonly signal?: AbortSignal };

export type Entries = ReturnType<typeof createEntries>;

const WHO = {
  nb: { local: 'konsulent', consultant: 'konsulent', manager: 'klyngeleder', administrator: 'administrator', engine: 'Flytkart', typed: 'Skrevet inn av {who} {date}' },
  en: { local: 'consultant', consultant: 'consultant', manager: 'cluster manager', administrator: 'administrator', engine: 'Flytkart', typed: 'Typed by {who} {date}' },
} as const; // prettier-ignore

/** `folder`: for files that live as long as their reading. `connect`: a port to the one writer. */
export function createEntries({ store, answers, writer, now }: Opened, folder: string, connect: () => Promise<MessagePort>) {
  /** Savings under way, by draft: whoever opens the draft meanwhile gets what came of it. */
  const saving = new Map<string, Promise<unknown>>();

  /** Whom the draft is of; refuses as if there were no such company. */
  function companyOf(viewer: Viewer, id: string): string | null {
    const company = companyOfDraft(id);
    if (company === null && !isNewDraft(id)) throw new AppError('company.unknown');
    if (!mayType(viewer, company)) throw new AppError('company.unknown');
    if (company !== null && store().company(viewer, company) === null) throw new AppError('company.unknown');
    return company;
  }

  const whoText = (viewer: Viewer, language: Language): string =>
    viewer.kind === 'member' ? (store().company(viewer, viewer.company)?.name ?? viewer.company) : WHO[language][viewer.kind];

  /** What is sent from outside, held to whom it is of. */
  const contentOf = (sent: EntryContentShown, company: string | null): EntryContent => ({
    ...sent,
    company,
    rows: sent.rows.map((row): EntryRow => ({ ...row, cells: definedOnly(row.cells) })),
  });

  const empty = (cluster: string): EntryContent => ({
    cluster,
    company: null,
    facts: { company: '', org_number: '', municipality: '', nace: '', activity: '' },
    rows: [],
    decimal: null,
  });

  /** A stored company that a new one would fall together with. */
  function existing(viewer: Viewer, content: EntryContent): EntryCheckShown['existing'] {
    if (content.company !== null || content.facts.company.trim() === '') return null;
    const number = content.facts.org_number.replaceAll(/\s/g, '');
    const key = nameKey(content.facts.company, null);
    const found = store()
      .companiesOf(viewer, content.cluster)
      .find((one) => (number !== '' && one.orgNumber === number) || nameKey(one.name, null) === key);
    return found === undefined ? null : { id: found.id, name: found.name };
  }

  return {
    list: (viewer: Viewer) =>
      store()
        .drafts(viewer)
        .map(({ id, changedAt, content }) => ({
          id,
          name: content.facts.company,
          cluster: content.cluster,
          company: content.company,
          rows: content.rows.length,
          changed_at: changedAt,
        })),

    async open(viewer: Viewer, id: string, cluster: string, language: Language): Promise<EntryShown> {
      const company = companyOf(viewer, id);
      await saving.get(id)?.catch(() => undefined);
      const draft = store().draftOf(viewer, id);
      if (draft !== null)
        return {
          id,
          version: draft.version,
          changed_at: draft.changedAt,
          by: whoText(draft.who, language),
          content: shownContent(draft.content),
        };
      const content = company === null ? empty(cluster) : await answers().storedContent(viewer, company, language);
      return { id, version: 0, changed_at: null, by: null, content: shownContent(content) };
    },

    async keep(viewer: Viewer, id: string, base: number, sent: EntryContentShown): Promise<{ version: number; changed_at: string }> {
      const content = contentOf(sent, companyOf(viewer, id));
      const at = now();
      return { version: await (await writer()).keepDraft(viewer, id, base, content, at), changed_at: at };
    },

    async drop(viewer: Viewer, id: string): Promise<{ dropped: boolean }> {
      companyOf(viewer, id);
      const dropped = store().draftOf(viewer, id) !== null;
      await (await writer()).dropDraft(viewer, id);
      return { dropped };
    },

    async check(viewer: Viewer, id: string, sent: EntryContentShown, language: Language): Promise<EntryCheckShown> {
      const content = contentOf(sent, companyOf(viewer, id));
      return { ...(await answers().checkEntry(content, language)), existing: existing(viewer, content) };
    },

    /**
     * Whole or not at all: a row that cannot be stored keeps the rest from being stored without it. `signal`: whoever asked no longer waits; then
     * nothing is stored, unless it is already. Throws `import.cancelled`.
     */
    save(viewer: Viewer, id: string, version: number, language: Language, more: SaveMore = {}): Promise<EntrySavedShown> {
      const made = save(viewer, id, version, language, more);
      saving.set(id, made);
      return made.finally(() => {
        if (saving.get(id) === made) saving.delete(id);
      });
    },

    meanings: (asked: WordsAsked, language: Language): Promise<MeaningShown[]> => answers().suggestions(asked, language),
    typicalFlows: (activity: string, nace: string, language: Language): Promise<TypicalFlowShown[]> =>
      answers().typicalFlows(activity, nace, language),
  };

  async function save(
    viewer: Viewer,
    id: string,
    version: number,
    language: Language,
    { user = null, signal }: SaveMore,
  ): Promise<EntrySavedShown> {
    const company = companyOf(viewer, id);
    const draft = store().draftOf(viewer, id);
    if (draft === null || draft.version !== version) throw new AppError('entry.conflict');
    const date = now().slice(0, 10);
    const stored = company === null ? [] : await Promise.all(LANGUAGES.map((one) => answers().storedContent(viewer, company, one)));
    const content = withRenewedDates(draft.content, stored, date);
    const check = await answers().checkEntry(content, language);
    const bad = new Set(check.messages.flatMap(({ row, severity }) => (row !== null && severity === 'error' ? [row] : [])));
    if (!check.storable) throw new AppError('entry.rejected', { count: Math.max(1, bad.size) });
    const at = now();
    const by = whoText(viewer, language);
    const { text } = entryText(content, language);
    const name = WHO[language].typed.replace('{who}', by).replace('{date}', date);
    const path = join(folder, `entry-${randomUUID()}.csv`);
    writeFileSync(path, text);
    try {
      const taken = await readInThread(
        {
          kind: 'reader',
          files: [{ path, name, size: Buffer.byteLength(text) }],
          choices: { ...ENTRY_DIALECT, ...(content.decimal === null ? {} : { decimal: content.decimal }) },
          keep: { rows: 1, rejected: 0 },
          into: {
            cluster: content.cluster,
            viewer,
            at,
            ...givesTo({ viewer, user }),
            source: `entry:${company ?? content.facts.company}`,
            // A new company may turn out to be a stored one: then it says no more of it than its own rows.
            whole: company !== null,
            port: await connect(),
          },
          beside: null,
        },
        () => undefined,
        signal ?? new AbortController().signal,
      );
      const saved = company ?? savedCompany(viewer, content);
      if (saved === null || taken.changes === null) throw new AppError('entry.rejected', { count: 1 });
      await (await writer()).dropDraft(viewer, id);
      return { import: taken.importId, company: saved, changes: taken.changes };
    } finally {
      rmSync(path, { force: true });
    }
  }

  function savedCompany(viewer: Viewer, { cluster, facts }: EntryContent): string | null {
    const number = facts.org_number.replaceAll(/\s/g, '');
    const companies = store().companiesOf(viewer.kind === 'consultant' ? { kind: 'local' } : viewer, cluster);
    const key = nameKey(facts.company, null);
    return (
      companies.find((one) => number !== '' && one.orgNumber === number) ?? companies.find((one) => nameKey(one.name, null) === key)
    )?.id ?? null; // prettier-ignore
  }
}

const definedOnly = (cells: EntryContentShown['rows'][number]['cells']): EntryRow['cells'] =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== undefined && text !== ''));

const shownContent = (content: EntryContent): EntryContentShown => ({
  ...content,
  facts: { ...content.facts },
  rows: content.rows.map((row) => ({ ...row, cells: { ...row.cells }, others: { ...row.others } })),
});
