// Everything the check has to say, each with the way to its cell and what could be written instead.
import type { EntryCheckShown, EntryMessageShown } from '../../server/contract/entry.ts';
import { counted, ENTRY_WORDS } from '../words/entry.ts';
import { fill, useLanguage } from '../words/words.ts';
import type { Checked } from './useCheck.ts';

type Props = {
  checked: Checked;
  onGo: (message: EntryMessageShown) => void;
  onRepair: (message: EntryMessageShown) => void;
};

const ORDER = { error: 0, warning: 1, info: 2 } as const;
/** Remarks beyond these are read when those before are mended. */
const MOST = 60;

export const repairText = (message: EntryMessageShown): string => message.repair.map(({ text }) => text).join(' ');
export const errorsIn = (check: EntryCheckShown | null): number =>
  check?.messages.filter(({ severity }) => severity === 'error').length ?? 0;

export function Remarks({ checked: { check, current, failed }, onGo, onRepair }: Props) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  if (failed)
    return (
      <p class="notice" role="status">
        {words.notChecked}
      </p>
    );
  if (check === null) return <p class="quiet">{words.checking}</p>;
  const sorted = check.messages.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const errors = errorsIn(check);
  const warnings = check.messages.filter(({ severity }) => severity === 'warning').length;
  return (
    <>
      <p role="status" class={errors > 0 ? 'said error' : 'quiet'}>
        {[errors > 0 ? counted(words.errors, errors, language) : '', warnings > 0 ? counted(words.warnings, warnings, language) : '']
          .filter(Boolean)
          .join(', ') || words.noProblems}
        {!current && ' …'}
      </p>
      {sorted.length > 0 && (
        <ul class="messages">
          {sorted.slice(0, MOST).map((one) => (
            <li key={`${one.row} ${one.field} ${one.text}`} class={one.severity}>
              {one.text}{' '}
              {one.row !== null && (
                <button type="button" class="link" onClick={() => onGo(one)}>
                  {words.goTo}
                </button>
              )}{' '}
              {one.repair.length > 0 && one.row !== null && (
                <button type="button" onClick={() => onRepair(one)}>
                  {fill(words.repair, { text: repairText(one) })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
