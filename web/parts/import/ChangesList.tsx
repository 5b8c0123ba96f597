// What storing a file would change, flow by flow: new, changed, withdrawn.
import { useState } from 'preact/hooks';
import type { PreviewShown } from '../../../server/contract/previews.ts';
import { amountRange } from '../../state/format.ts';
import { REPAIR_WORDS } from '../../words/repair.ts';
import { useLanguage, useWords } from '../../words/words.ts';

export function ChangesList({ preview: { listed, changes } }: { preview: PreviewShown }) {
  const language = useLanguage();
  const words = REPAIR_WORDS[language];
  const all = useWords();
  const touches = changes !== null && changes.changed + changes.withdrawn > 0;
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? touches;
  if (listed.length === 0 || changes === null) return null;
  const amountOf = (annual: PreviewShown['listed'][number]['before'], there: boolean): string =>
    annual === null ? (there ? all.notKnown : '') : amountRange(annual, annual.unit, all, language);
  const cut = listed.length < changes.added + changes.changed + changes.withdrawn;
  const order = { withdrawn: 0, changed: 1, added: 2 };
  return (
    <details open={open} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        {words.changesTitle}: {changes.added} {all.added}, {changes.changed} {all.changed}, {changes.withdrawn} {all.withdrawn}
      </summary>
      {open && cut && <p class="quiet">{words.listedFirst}</p>}
      {open && (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.changesTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.changesTitle}</th>
                <th scope="col">{all.company}</th>
                <th scope="col">{all.resource}</th>
                <th scope="col" class="number">
                  {words.before}
                </th>
                <th scope="col" class="number">
                  {words.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {listed
                .toSorted((a, b) => order[a.what] - order[b.what])
                .map((one, index) => (
                  <tr key={index}>
                    <td>{words.what[one.what]}</td>
                    <td>{one.company}</td>
                    <th scope="row">{one.resource}</th>
                    <td class="number">{amountOf(one.before, one.what !== 'added')}</td>
                    <td class="number">{amountOf(one.after, one.what !== 'withdrawn')}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
