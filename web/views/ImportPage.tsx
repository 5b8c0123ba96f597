// A file in, what was understood of it, and the choice to store it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, follow, readAgain } from '../client.ts';
import type { PreviewOptions, PreviewShown } from '../../server/contract/previews.ts';
import { DropZone } from '../parts/DropZone.tsx';
import { refusalText } from '../parts/Loaded.tsx';
import { PreviewReport } from '../parts/PreviewReport.tsx';
import { useAnswer } from '../state/useAnswer.ts';
import { useLanguage, useWords } from '../words/words.ts';

export function ImportPage({ cluster }: { cluster: string | null }) {
  const words = useWords();
  const language = useLanguage();
  const clusters = useAnswer((signal) => ask('clusters', { signal }), 'clusters');
  const names = clusters.state === 'ok' ? clusters.value.map((one) => one.name) : [];
  const [typed, setTyped] = useState<string | null>(cluster);
  const target = typed ?? names[0] ?? words.draftCluster;
  const [preview, setPreview] = useState<PreviewShown | null>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const stopFollowing = useRef<(() => void) | null>(null);

  const watch = (id: string): void => {
    stopFollowing.current?.();
    stopFollowing.current = follow(id, language, setPreview, () => setProblem(words.offline));
  };
  useEffect(() => () => stopFollowing.current?.(), []);

  const attempt = async (work: () => Promise<PreviewShown>): Promise<void> => {
    setProblem('');
    try {
      const state = await work();
      setPreview(state);
      if (state.state === 'reading' || state.state === 'committing') watch(state.id);
    } catch (error) {
      setProblem(refusalText(error, words, language));
    }
  };

  const send = async (file: File): Promise<void> => {
    setPreview(null);
    setSending(file.name);
    await attempt(() => ask('preview', { query: { cluster: target }, file }));
    setSending(null);
  };
  const change = (options: PreviewOptions): void => {
    if (preview) void attempt(() => readAgain(preview.id, options, language));
  };
  const commit = (): void => {
    if (preview) void attempt(() => ask('commit', { body: { preview: preview.id } }));
  };
  const cancel = (): void => {
    if (preview === null) return;
    stopFollowing.current?.();
    void ask('previewCancel', { path: { preview: preview.id } }).then(
      () => setPreview({ ...preview, state: 'cancelled' }),
      (error: unknown) => setProblem(refusalText(error, words, language)),
    );
  };
  const undo = async (id: number): Promise<void> => {
    setProblem('');
    try {
      await ask('undo', { path: { import: String(id) }, body: { even_edited: false } });
      setPreview(null);
      setProblem(words.undone.replace('{id}', String(id)));
    } catch (error) {
      setProblem(refusalText(error, words, language));
    }
  };

  return (
    <section>
      <h1>{words.importTitle}</h1>
      <p>{words.importIntro}</p>
      <p>
        <label>
          {words.intoCluster}{' '}
          <input
            list="clusters"
            value={target}
            onInput={(event) => setTyped(event.currentTarget.value)}
            disabled={preview?.state === 'committing'}
          />
        </label>
        <datalist id="clusters">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </p>
      {(preview === null || preview.state === 'cancelled' || preview.state === 'committed') && (
        <DropZone
          label={preview === null ? words.dropHere : words.anotherFile}
          busy={sending !== null}
          onFile={(file) => void send(file)}
        />
      )}
      {sending !== null && preview === null && (
        <p role="status">
          {words.loading} {sending}
        </p>
      )}
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      {preview && <PreviewReport preview={preview} onChange={change} onCommit={commit} onCancel={cancel} onUndo={(id) => void undo(id)} />}
    </section>
  );
}
