// Who has seen what of a company, latest first.
import type { OwnPage } from '../../../server/contract/member.ts';
import { moment } from '../../state/format.ts';
import { MEMBER_WORDS } from '../../words/member.ts';
import { useLanguage } from '../../words/words.ts';

/** Older ones are in the file with everything. */
const SHOWN = 20;

export function Reads({ reads }: { reads: OwnPage['reads'] }) {
  const language = useLanguage();
  const words = MEMBER_WORDS[language];
  return (
    <>
      <h3>{words.reads}</h3>
      {reads.length === 0 ? (
        <p class="quiet">{words.readsNone}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.reads}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.last}</th>
                <th scope="col" class="number">
                  {words.times}
                </th>
              </tr>
            </thead>
            <tbody>
              {reads.slice(0, SHOWN).map((one, at) => (
                <tr key={at}>
                  <th scope="row">{one.who}</th>
                  <td>
                    {words.whats[one.what] ?? one.what}
                    {one.words !== null && `: ${one.words}`}
                  </td>
                  <td>{moment(one.last_at, language)}</td>
                  <td class="number">{one.times}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
