// Matches without those that got a no and stay away: hidden with a count, shown on request.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MatchShown } from '../../server/contract/matchAnswer.ts';
import { ask } from '../client.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { fill, useWords } from '../words/words.ts';

type Props = { cluster: string; matches: readonly MatchShown[]; children: (shown: readonly MatchShown[]) => ComponentChildren };

const keyOf = (pair: { readonly surplus: string; readonly need: string; readonly via: readonly string[] }): string =>
  JSON.stringify([pair.surplus, pair.need, pair.via]);

export function WithoutDeclined({ cluster, matches, children }: Props) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const answer = useAnswer((signal) => ask('declined', { path: { cluster }, signal }), `declined ${cluster}`);
  const away = new Set(answer.state === 'ok' ? answer.value.map(keyOf) : []);
  const shown = matches.filter((one) => !away.has(keyOf(one)));
  const hidden = matches.length - shown.length;
  return (
    <>
      {hidden > 0 && (
        <p class="quiet">
          {fill(words.declinedHidden, { count: hidden })}{' '}
          <button type="button" class="link" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? words.declinedHide : words.declinedShow}
          </button>
        </p>
      )}
      {children(all ? matches : shown)}
    </>
  );
}
