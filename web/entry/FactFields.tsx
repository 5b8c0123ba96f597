// What is said once of the company.
import type { EntryMessageShown } from '../../server/contract/entry.ts';
import { ENTRY_FACTS } from '../../server/domain/entry.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { useLanguage } from '../words/words.ts';
import { setFact } from './sheet.ts';
import type { Draft } from './useDraft.ts';

export function FactFields({ draft, messages, open }: { draft: Draft; messages: readonly EntryMessageShown[]; open: boolean }) {
  const words = ENTRY_WORDS[useLanguage()];
  const { facts } = draft.history.now;
  return (
    <details open={open}>
      <summary>{words.facts}</summary>
      <div class="fields facts">
        {ENTRY_FACTS.map((fact) => {
          const said = messages.find((one) => one.field === fact && one.severity !== 'info');
          return (
            <label key={fact}>
              {words.fact[fact]}
              <input
                value={facts[fact]}
                autocomplete="off"
                aria-invalid={said?.severity === 'error'}
                {...(said ? { 'aria-describedby': `fact-${fact}` } : {})}
                onInput={(event) => {
                  const { value } = event.currentTarget;
                  draft.change((sheet) => setFact(sheet, fact, value), fact);
                }}
              />
              {said && (
                <span id={`fact-${fact}`} class={`said ${said.severity}`}>
                  {said.text}
                </span>
              )}
            </label>
          );
        })}
      </div>
    </details>
  );
}
