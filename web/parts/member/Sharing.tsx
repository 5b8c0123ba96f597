// What a company shares at which level, and the choice for each flow.
import type { OwnPage } from '../../../server/contract/member.ts';
import { SHARING_LEVELS } from '../../../server/domain/sharing.ts';
import { ask } from '../../client.ts';
import { useSaving } from '../../state/useSaving.ts';
import { MEMBER_WORDS } from '../../words/member.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { Problem } from '../leads/Problem.tsx';

export function Sharing({ page, onChanged }: { page: OwnPage; onChanged: () => void }) {
  const language = useLanguage();
  const words = MEMBER_WORDS[language];
  const common = useWords();
  const saving = useSaving(onChanged);
  const counts = SHARING_LEVELS.map((level) => [level, page.flows.filter((flow) => flow.sharing === level).length] as const);
  const share = (flow: string, sharing: string): void =>
    saving.run(async () => {
      await ask('flowSharing', { path: { flow }, query: { lang: language }, body: { sharing } });
      onChanged();
    });
  return (
    <>
      <h3>{words.sharing}</h3>
      <p>
        {counts
          .filter(([, count]) => count > 0)
          .map(([level, count]) => fill(words.counts, { count, level: words.levels[level] }))
          .join(' · ')}
      </p>
      <p class="quiet">{words.sharingInfo}</p>
      <Problem text={saving.problem} />
      <details>
        <summary>{fill(common.flowsCount, { count: page.flows.length })}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.flow}</th>
              <th scope="col">{words.level}</th>
            </tr>
          </thead>
          <tbody>
            {page.flows.map((flow) => (
              <tr key={flow.id}>
                <th scope="row">
                  {flow.words} <span class="quiet">{flow.gives ? common.directionOut : common.directionIn}</span>
                </th>
                <td>
                  <select
                    aria-label={`${words.level}: ${flow.words}`}
                    value={flow.sharing}
                    disabled={saving.busy}
                    onChange={(event) => share(flow.id, event.currentTarget.value)}
                  >
                    {SHARING_LEVELS.map((level) => (
                      <option key={level} value={level}>
                        {words.levels[level]}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
