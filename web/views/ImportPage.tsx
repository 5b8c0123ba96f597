// One or many files in, what was understood of each, and the choice to store it.
import '../styles/import.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { addressOf, ask, follow, readAgain } from '../client.ts';
import type { PreviewOptions, PreviewShown } from '../../server/contract/previews.ts';
import { DropZone } from '../parts/DropZone.tsx';
import { FileTabs } from '../parts/import/FileTabs.tsx';
import { refusalText } from '../parts/Loaded.tsx';
import { PreviewReport } from '../parts/PreviewReport.tsx';
import { useAnswer } from '../state/useAnswer.ts';
import { REPAIR_WORDS } from '../words/repair.ts';
import { useLanguage, useWords } from '../words/words.ts';

export function ImportPage({ cluster }: { cluster: string | null }) {
  const words = useWords();
  const language = useLanguage();
  const clusters = useAnswer((signal) => ask('clusters', { signal }), 'clusters');
  const names = clusters.state === 'ok' ? clusters.value.map((one) => one.name) : [];
  const [typed, setTyped] = useState<string | null>(cluster);
  const target = typed ?? names[0] ?? words.draftCluster;
  const [previews, setPreviews] = useState<readonly PreviewShown[]>([]);
  const [open, setOpen] = useState('');
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const following = useRef(new Map<string, () => void>());
  const preview = previews.find(({ id }) => id === open) ?? null;

  const show = (state: PreviewShown): void =>
    setPreviews((all) => (all.some(({ id }) => id === state.id) ? all.map((one) => (one.id === state.id ? state : one)) : [...all, state]));
  const watch = (id: string): void => {
    following.current.get(id)?.();
    following.current.set(
      id,
      follow(id, language, show, () => setProblem(words.offline)),
    );
  };
  useEffect(() => () => following.current.forEach((stop) => stop()), []);

  const attempt = async (work: () => Promise<PreviewShown>): Promise<PreviewShown | null> => {
    setProblem('');
    try {
      const state = await work();
      show(state);
      if (state.state === 'reading' || state.state === 'committing') watch(state.id);
      return state;
    } catch (error) {
      setProblem(refusalText(error, words, language));
      return null;
    }
  };

  const send = async (files: readonly File[]): Promise<void> => {
    setPreviews([]);
    setOpen('');
    for (const file of files) {
      setSending(file.name);
      const state = await attempt(() => ask('preview', { query: { cluster: target }, file }));
      if (state !== null) setOpen((before) => before || state.id);
    }
    setSending(null);
  };
  const change = (options: PreviewOptions): void => {
    if (preview) void attempt(() => readAgain(preview.id, options, language));
  };
  const commit = (id: string): Promise<PreviewShown | null> => attempt(() => ask('commit', { body: { preview: id } }));
  const cancel = (): void => {
    if (preview === null) return;
    following.current.get(preview.id)?.();
    void ask('previewCancel', { path: { preview: preview.id } }).then(
      () => show({ ...preview, state: 'cancelled' }),
      (error: unknown) => setProblem(refusalText(error, words, language)),
    );
  };
  const undo = async (id: number): Promise<void> => {
    setProblem('');
    try {
      await ask('undo', { path: { import: String(id) }, body: { even_edited: false } });
      setPreviews((all) => all.filter((one) => one.import !== id));
      setProblem(words.undone.replace('{id}', String(id)));
    } catch (error) {
      setProblem(refusalText(error, words, language));
    }
  };
  const committing = previews.some(({ state }) => state === 'committing');
  const done = previews.every(({ state }) => state === 'cancelled' || state === 'committed' || state === 'failed');

  return (
    <section>
      <h1>{words.importTitle}</h1>
      <p>{words.importIntro}</p>
      <p>
        <label>
          {words.intoCluster}{' '}
          <input list="clusters" value={target} onInput={(event) => setTyped(event.currentTarget.value)} disabled={committing} />
        </label>
        <datalist id="clusters">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </p>
      {done && (
        <DropZone
          label={previews.length === 0 ? words.dropHere : words.anotherFile}
          busy={sending !== null}
          onFiles={(files) => void send(files)}
        />
      )}
      {previews.length === 0 && sending === null && <Templates />}
      {sending !== null && (
        <p role="status">
          {words.loading} {sending}
        </p>
      )}
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      {previews.length > 1 && <FileTabs previews={previews} open={open} onOpen={setOpen} onCommit={commit} />}
      {preview && (
        <PreviewReport
          key={preview.id}
          preview={preview}
          onChange={change}
          onCommit={() => void commit(preview.id)}
          onCancel={cancel}
          onUndo={(id) => void undo(id)}
        />
      )}
    </section>
  );
}

function Templates() {
  const words = REPAIR_WORDS[useLanguage()];
  const link = (format: 'xlsx' | 'csv', lang: 'nb' | 'en', text: string) => (
    <a href={addressOf('template', { path: { format }, query: { lang } })} download>
      {text}
    </a>
  );
  return (
    <section aria-labelledby="templates">
      <h2 id="templates">{words.templates}</h2>
      <p class="quiet">{words.templatesText}</p>
      <p class="tasks">
        {link('xlsx', 'nb', words.excelNb)} · {link('csv', 'nb', words.csvNb)} · {link('xlsx', 'en', words.excelEn)} ·{' '}
        {link('csv', 'en', words.csvEn)}
      </p>
    </section>
  );
}
