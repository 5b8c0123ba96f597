// Registers of a cluster: what its companies share beside flows, and what they buy elsewhere that a neighbour offers.
import '../styles/leads.css';
import { useState } from 'preact/hooks';
import type { RegisterEntryShown, RegistersPage as Data } from '../../server/contract/registers.ts';
import { ask } from '../client.ts';
import { AskDialog } from '../parts/AskDialog.tsx';
import { DownloadLinks } from '../parts/DownloadLinks.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/leads/Problem.tsx';
import { EntryDialog } from '../parts/registers/EntryDialog.tsx';
import { EntryTable } from '../parts/registers/EntryTable.tsx';
import { LocalTable, ServiceTable, TogetherTable } from '../parts/registers/RegisterTables.tsx';
import { useQuery } from '../state/useQuery.ts';
import { useSaving } from '../state/useSaving.ts';
import { useSteadyAnswer } from '../state/useSteadyAnswer.ts';
import { REGISTER_WORDS } from '../words/registers.ts';
import { fill, useLanguage } from '../words/words.ts';

const TABS = ['challenges', 'projects', 'services', 'local', 'together'] as const;
const KIND_OF = { challenges: 'challenge', projects: 'project', services: 'service' } as const;

export function RegistersPage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = REGISTER_WORDS[language];
  const answer = useSteadyAnswer(
    (signal) => ask('registers', { path: { cluster }, query: { lang: language }, signal }),
    `registers ${cluster} ${language}`,
  );
  return (
    <>
      <h1>
        {words.title}, {cluster}
      </h1>
      <Loaded answer={answer}>{(found) => <Registers found={found} again={answer.again} />}</Loaded>
    </>
  );
}

function Registers({ found, again }: { found: Data; again: () => void }) {
  const language = useLanguage();
  const words = REGISTER_WORDS[language];
  const [query, change] = useQuery();
  const [changed, setChanged] = useState<{ from: Data; to: Data } | null>(null);
  const [open, setOpen] = useState<{ entry: RegisterEntryShown | null } | null>(null);
  const saving = useSaving(again);
  // What a save answered holds until the server is asked anew.
  const page = changed !== null && changed.from === found ? changed.to : found;
  const set = (to: Data): void => setChanged({ from: found, to });
  const tab = TABS.find((one) => one === query['show']) ?? 'challenges';
  const kind = tab === 'local' || tab === 'together' ? null : KIND_OF[tab];
  const entries = page.entries.filter((one) => one.kind === kind);
  const remove = (entry: RegisterEntryShown): void => {
    const query0 = { lang: language, cluster: page.cluster, version: entry.version };
    saving.run(async () => set(await ask('registerRemove', { path: { entry: entry.id }, query: query0 })));
  };
  const [removing, setRemoving] = useState<RegisterEntryShown | null>(null);
  const buttons = { onChange: (entry: RegisterEntryShown) => setOpen({ entry }), onRemove: setRemoving };
  const empty =
    { local: page.local, together: page.together, services: page.services, challenges: entries, projects: entries }[tab].length === 0;
  const mayAdd = kind !== null && (page.may_change || kind === 'service');
  return (
    <>
      <div class="controls">
        <fieldset class="choice">
          <legend class="hidden">{words.title}</legend>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              data-show={one}
              aria-pressed={one === tab}
              onClick={() => change({ show: one === 'challenges' ? '' : one }, 'push')}
            >
              {words.tabs[one]}
            </button>
          ))}
        </fieldset>
        <DownloadLinks cluster={page.cluster} table="registers" />
      </div>
      <p class="quiet">{words.intro[tab]}</p>
      {mayAdd && tab in words.add && (
        <p>
          <button type="button" class="primary" data-action="add" onClick={() => setOpen({ entry: null })}>
            {words.add[tab as keyof typeof words.add]}
          </button>
        </p>
      )}
      <Problem text={saving.problem} />
      {empty && <p class="notice">{words.none[tab]}</p>}
      {!empty && (tab === 'challenges' || tab === 'projects') && (
        <EntryTable entries={entries} label={words.tabs[tab]} project={tab === 'projects'} {...buttons} />
      )}
      {!empty && tab === 'services' && <ServiceTable page={page} {...buttons} />}
      {!empty && tab === 'local' && <LocalTable page={page} />}
      {!empty && tab === 'together' && <TogetherTable page={page} />}
      {removing !== null && (
        <AskDialog
          question={fill(words.removeAsk, { title: removing.title })}
          yes={words.remove}
          no={words.cancel}
          onYes={() => remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
      {open !== null && kind !== null && (
        <EntryDialog
          key={open.entry?.id ?? 'new'}
          page={page}
          kind={kind}
          title={open.entry === null ? words.add[tab as keyof typeof words.add] : `${words.change}: ${open.entry.title}`}
          entry={open.entry}
          onSaved={set}
          onStale={again}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
