// The steps of a meeting, and what leaves the page: a link, CSV, JSON.
import { useState } from 'preact/hooks';
import type { MeetingFrame, MeetingStart } from '../../../server/contract/scenarios.ts';
import { subjectOf, withoutChange } from '../../../server/domain/scenario.ts';
import { download } from '../../sankey/draw/exportPicture.ts';
import type { Changes } from '../../state/useChanges.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { changeText } from './changeText.ts';
import { meetingCsv, meetingJson } from './meetingFiles.ts';

type Props = {
  readonly start: MeetingStart;
  readonly changes: Changes;
  readonly frame: MeetingFrame | null;
};

export function Steps({ start, changes, frame }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const { cluster } = start;
  const [told, setTold] = useState('');
  const { now, put, undo, redo } = changes;
  const fileName = `${cluster} - ${words.title}`.replaceAll(/[/\\:*?"<>|]/g, ' ');
  const copy = (): void => {
    setTold('');
    navigator.clipboard.writeText(location.href).then(
      () => setTold(words.linked),
      () => setTold(words.linkFailed),
    );
  };
  return (
    <section aria-labelledby="changes-title" class="shelf no-print">
      <h2 id="changes-title">{words.changes}</h2>
      {now.length === 0 ? (
        <p class="quiet">{words.noChanges}</p>
      ) : (
        <ul class="chips">
          {now.map((change) => {
            const text = changeText(change, start, words, language);
            return (
              <li key={subjectOf(change)} data-change={change.kind}>
                {text}{' '}
                <button
                  type="button"
                  aria-label={fill(words.take, { change: text })}
                  onClick={() => put(withoutChange(now, subjectOf(change)))}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <p class="actions">
        <button type="button" data-action="undo" disabled={undo === null} onClick={() => undo?.()}>
          {words.undo}
        </button>
        <button type="button" data-action="redo" disabled={redo === null} onClick={() => redo?.()}>
          {words.redo}
        </button>
        <button type="button" data-action="reset" disabled={now.length === 0} onClick={() => put([])}>
          {words.reset}
        </button>
        <button type="button" onClick={copy}>
          {words.link}
        </button>
        <span>
          {words.export}:{' '}
          <button
            type="button"
            data-export="csv"
            disabled={frame === null}
            onClick={() =>
              frame && download(new Blob([meetingCsv(frame, language)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)
            }
          >
            {words.exportCsv}
          </button>{' '}
          <button
            type="button"
            data-export="json"
            disabled={frame === null}
            onClick={() =>
              frame && download(new Blob([meetingJson(cluster, null, now, frame)], { type: 'application/json' }), `${fileName}.json`)
            }
          >
            {words.exportJson}
          </button>
        </span>
      </p>
      <p role="status" class="quiet">
        {told}
      </p>
    </section>
  );
}
