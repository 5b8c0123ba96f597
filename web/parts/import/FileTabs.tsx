// Several files of one drop: how far each is, which one is looked at, and all of them stored in turn.
import { useState } from 'preact/hooks';
import type { PreviewShown } from '../../../server/contract/previews.ts';
import { REPAIR_WORDS } from '../../words/repair.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Props = {
  previews: readonly PreviewShown[];
  open: string;
  onOpen: (id: string) => void;
  onCommit: (id: string) => Promise<PreviewShown | null>;
};

const isReady = ({ state, file }: PreviewShown): boolean => state === 'ready' && file.outcome === 'import' && file.rows_ok > 0;

export function FileTabs({ previews, open, onOpen, onCommit }: Props) {
  const words = REPAIR_WORDS[useLanguage()];
  const [busy, setBusy] = useState(false);
  const ready = previews.filter(isReady);
  const all = async (): Promise<void> => {
    setBusy(true);
    for (const { id } of ready) {
      const begun = await onCommit(id);
      if (begun === null) break;
    }
    setBusy(false);
  };
  return (
    <section aria-label={words.files} class="file-tabs">
      <ul>
        {previews.map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={one.id === open} onClick={() => onOpen(one.id)}>
              {one.file.file}{' '}
              <span class="quiet">
                {one.state === 'ready' && one.file.outcome !== 'import' ? words.fileAsks : words.fileState[one.state]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {ready.length > 1 && (
        <button type="button" class="primary" disabled={busy} onClick={() => void all()}>
          {fill(words.saveAll, { count: ready.length })}
        </button>
      )}
    </section>
  );
}
