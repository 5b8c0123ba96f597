// A fair share of what the chosen matches save together.
import { useState } from 'preact/hooks';
import type { FairShareShown } from '../../../server/contract/scenarios.ts';
import type { Change } from '../../../server/domain/scenario.ts';
import { ask } from '../../client.ts';
import { changesText } from '../../state/changesText.ts';
import { money } from '../../state/format.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { refusalText } from '../Loaded.tsx';
import { csvTable } from './meetingFiles.ts';
import { download } from '../../sankey/draw/exportPicture.ts';

type Props = { readonly cluster: string; readonly changes: readonly Change[]; readonly picked: readonly string[] };

export function SharePanel({ cluster, changes, picked }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const common = useWords();
  const [found, setFound] = useState<{ readonly key: string; readonly share: FairShareShown } | null>(null);
  const [problem, setProblem] = useState('');
  const key = `${changesText(changes)} ${picked.join()}`;
  const share = (): void => {
    setProblem('');
    const pairs = picked.map((one) => {
      // Made by `pairKey`.
      const [surplus, need, via] = JSON.parse(one) as [string, string, string[]];
      return { surplus, need, via };
    });
    ask('fairShare', { path: { cluster }, query: { lang: language }, body: { changes, pairs } }).then(
      (told) => setFound({ key, share: told }),
      (error: unknown) => setProblem(refusalText(error, common, language)),
    );
  };
  return (
    <section aria-labelledby="share-title" class="share">
      <h2 id="share-title">{words.share}</h2>
      <p class="quiet">{words.shareInfo}</p>
      <button type="button" class="no-print" data-action="share" disabled={picked.length === 0} onClick={share}>
        {fill(words.shareDo, { count: picked.length })}
      </button>
      {problem !== '' && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
      {found !== null && found.key === key && <Share share={found.share} cluster={cluster} />}
    </section>
  );
}

function Share({ share, cluster }: { readonly share: FairShareShown; readonly cluster: string }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const rows = share.partners.map((one) => [one.name, one.nok_per_year, one.alone_nok_per_year] as const);
  return (
    <div data-rule={share.rule}>
      <p class={share.rule === 'none' ? 'notice error' : ''}>
        {words.shareRules[share.rule]}{' '}
        {share.leaving !== null &&
          fill(words.shareLeaves, {
            companies: new Intl.ListFormat(language).format(share.leaving.companies),
            gain: money(share.leaving.gain_nok_per_year, language),
          })}
      </p>
      {share.unvalued > 0 && <p class="quiet">{fill(words.unvalued, { count: share.unvalued })}</p>}
      <div class="scroll" tabIndex={0} role="region" aria-label={words.share}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.company}</th>
              <th scope="col" class="number">
                {words.shareOf}
              </th>
              <th scope="col" class="number">
                {words.alone}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, part, alone]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{money(part, language)}</td>
                <td class="number">{money(alone, language)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.whole}</th>
              <td class="number">
                <strong>{money(share.nok_per_year, language)}</strong>
              </td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p class="no-print">
        <button
          type="button"
          onClick={() =>
            download(
              new Blob([csvTable([[words.company, `NOK: ${words.shareOf}`, `NOK: ${words.alone}`], ...rows], language)], {
                type: 'text/csv;charset=utf-8',
              }),
              `${cluster} - ${words.share}.csv`,
            )
          }
        >
          {words.exportCsv}
        </button>
      </p>
    </div>
  );
}
