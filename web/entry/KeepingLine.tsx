// Whether what is typed is safe, in one line; and what to choose where somebody typed the same elsewhere.
import { refusalText } from '../parts/Loaded.tsx';
import { moment } from '../state/format.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import type { Draft } from './useDraft.ts';

export function KeepingLine({ draft }: { draft: Draft }) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const all = useWords();
  const { keeping, keptAt, refusal, other, recovered } = draft;
  if (other !== null)
    return (
      <div class="notice error" role="alert">
        <p>{fill(words.conflict, { by: other.by ?? '–', at: other.changed_at === null ? '–' : moment(other.changed_at, language) })}</p>
        <button type="button" onClick={() => draft.choose('mine')}>
          {words.mine}
        </button>{' '}
        <button type="button" onClick={() => draft.choose('theirs')}>
          {words.theirs}
        </button>
      </div>
    );
  const text =
    keeping === 'same'
      ? words.state.same
      : keeping === 'keeping'
        ? words.state.keeping
        : keeping === 'offline'
          ? words.state.offline
          : keeping === 'refused'
            ? fill(words.state.refused, { why: refusalText(refusal, all, language) })
            : fill(words.state.kept, { at: keptAt === null ? '' : moment(keptAt, language) });
  return (
    <>
      <p class={keeping === 'offline' || keeping === 'refused' ? 'notice' : 'quiet keeping'} role="status" data-keeping={keeping}>
        {text}
      </p>
      {recovered && <p class="notice">{words.recovered}</p>}
    </>
  );
}
