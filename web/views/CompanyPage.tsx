// One company: its flows by process as a diagram, and as a table that leads to the source cells.
import { useMemo, useState } from 'preact/hooks';
import type { CompanyPage as CompanyData } from '../../server/contract/clusters.ts';
import { ask } from '../client.ts';
import { CompanyTasks } from '../parts/CompanyTasks.tsx';
import { FlowDiagram } from '../parts/FlowDiagram.tsx';
import { FlowTable } from '../parts/FlowTable.tsx';
import { Later } from '../parts/Later.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { ScopeControl } from '../parts/ScopeControl.tsx';
import { ScreeningList } from '../parts/ScreeningList.tsx';
import { SourcePanel } from '../parts/SourcePanel.tsx';
import { companyPicture } from '../pictures/flowPictures.ts';
import type { Scope } from '../pictures/flowPictures.ts';
import { pictureNames } from '../pictures/pictureNames.ts';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useViewer } from '../state/viewer.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

const ownRoom = async () => (await import('../parts/member/OwnRoom.tsx')).OwnRoom;

export function CompanyPage({ company }: { company: string }) {
  const language = useLanguage();
  const answer = useAnswer((signal) => ask('company', { path: { company }, query: { lang: language }, signal }), `${company} ${language}`);
  return <Loaded answer={answer}>{(data) => <Company data={data} />}</Loaded>;
}

function Company({ data }: { data: CompanyData }) {
  const words = useWords();
  const viewer = useViewer();
  const [scope, setScope] = useState<Scope>('all');
  const [source, setSource] = useState<readonly string[] | null>(null);
  const names = useMemo(() => pictureNames(words), [words]);
  const picture = useMemo(() => companyPicture(data.flows, scope, names), [data, scope, names]);
  const openOne = (flow: string): void => setSource([flow]);
  const nameOfFlow = (id: string): string => data.flows.find((flow) => flow.id === id)?.resource ?? id;
  const facts = [data.company.nace, data.company.activity, data.company.municipality, data.company.org_number].filter(Boolean);
  return (
    <>
      <p>
        <a href={address.cluster(data.cluster)}>{data.cluster}</a>
      </p>
      <h1>{data.company.name}</h1>
      <p class="quiet">{facts.join(' · ')}</p>
      <CompanyTasks company={data.company.id} />
      <ScreeningList cluster={data.cluster} company={data.company.id} />
      <section aria-labelledby="picture-title">
        <h2 id="picture-title">{words.companyPicture}</h2>
        <div class="controls">
          <ScopeControl flows={data.flows} scope={scope} onChange={setScope} />
        </div>
        <FlowDiagram
          picture={picture}
          title={`${data.company.name}: ${words.companyPicture}`}
          caption={words.companyCaption}
          onOpen={setSource}
        />
      </section>
      <section aria-labelledby="flows-title">
        <h2 id="flows-title">
          {words.flows} <span class="quiet">{fill(words.flowsCount, { count: data.flows.length })}</span>
        </h2>
        <FlowTable flows={data.flows} withCompany={false} chosen={source?.length === 1 ? (source[0] ?? null) : null} onSource={openOne} />
      </section>
      {viewer.kind === 'member' && viewer.company === data.company.id && (
        <Later name="own room" load={ownRoom} wanted={{ company: data.company.id, name: data.company.name, flows: data.flows }} />
      )}
      {source !== null && <SourcePanel key={source.join(' ')} flows={source} nameOf={nameOfFlow} onClose={() => setSource(null)} />}
    </>
  );
}
