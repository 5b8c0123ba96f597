// Challenges, or projects that came to nothing, as a table with what may be done about each.
import type { RegisterEntryShown } from '../../../server/contract/registers.ts';
import { day } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import { REGISTER_WORDS } from '../../words/registers.ts';
import { useLanguage } from '../../words/words.ts';
import { EntryButtons } from './EntryButtons.tsx';

type Props = {
  entries: readonly RegisterEntryShown[];
  label: string;
  project: boolean;
  onChange: (entry: RegisterEntryShown) => void;
  onRemove: (entry: RegisterEntryShown) => void;
};

export function EntryTable({ entries, label, project, onChange, onRemove }: Props) {
  const language = useLanguage();
  const words = REGISTER_WORDS[language];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            {project && <th scope="col">{words.why}</th>}
            {project && <th scope="col">{words.year}</th>}
            <th scope="col">{words.companies}</th>
            <th scope="col">{words.changed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {entries.map((one) => (
            <tr key={one.id} data-entry={one.id}>
              <th scope="row">
                {one.title}
                {one.text !== null && <span class="quiet block cell-text">{one.text}</span>}
              </th>
              {project && <td>{one.why}</td>}
              {project && <td>{one.year}</td>}
              <td>
                {one.companies.map(({ id, name }) => (
                  <a key={id} class="block" href={address.company(id)}>
                    {name}
                  </a>
                ))}
              </td>
              <td>{day(one.changed_at.slice(0, 10), language)}</td>
              <td>{one.may_change && <EntryButtons entry={one} onChange={onChange} onRemove={onRemove} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
