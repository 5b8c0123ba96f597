// Files, dropped or chosen.
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';

export function DropZone({ label, busy, onFiles }: { label: string; busy: boolean; onFiles: (files: readonly File[]) => void }) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const all = [...(files ?? [])];
    if (all.length > 0 && !busy) onFiles(all);
  };
  return (
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p>{label}</p>
      <label class="button primary">
        {words.chooseFile}
        <input
          ref={input}
          class="hidden"
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          disabled={busy}
          onChange={(event) => {
            take(event.currentTarget.files);
            if (input.current) input.current.value = '';
          }}
        />
      </label>
    </div>
  );
}
