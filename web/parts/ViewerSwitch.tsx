// As whom the person at this machine looks.
import type { ViewerChoice, ViewerShown } from '../../server/contract/viewer.ts';
import { lookAs } from '../state/viewer.ts';
import { VIEWER_WORDS } from '../words/viewer.ts';
import { useLanguage } from '../words/words.ts';

export function ViewerSwitch({ viewer }: { viewer: ViewerShown }) {
  const words = VIEWER_WORDS[useLanguage()];
  const options = (kind: ViewerChoice['kind']) =>
    viewer.choices
      .filter((one) => one.kind === kind)
      .map((one) => (
        <option key={one.value} value={one.value}>
          {one.name ?? words.kinds[one.kind]}
        </option>
      ));
  const choose = (value: string): void => {
    const chosen = viewer.choices.find((one) => one.value === value);
    if (chosen) lookAs(chosen);
  };
  return (
    <label class="viewer">
      {words.lookAs}{' '}
      <select value={viewer.now?.value ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {options('local')}
        {options('administrator')}
        {options('consultant')}
        <optgroup label={words.managers}>{options('manager')}</optgroup>
        <optgroup label={words.members}>{options('member')}</optgroup>
      </select>
    </label>
  );
}
