// What a company gets in its hand: its own flows, the matches that are followed up, and the questions worth answering. Nothing of others that it may not see.
import { useMemo } from 'preact/hooks';
import { STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { CompanyPage } from '../../../server/contract/clusters.ts';
import type { OwnPage } from '../../../server/contract/member.ts';
import { ask } from '../../client.ts';
import { companyPicture } from '../../pictures/flowPictures.ts';
import { pictureNames } from '../../pictures/pictureNames.ts';
import { amountRange, money } from '../../state/format.ts';
import { useAnswer } from '../../state/useAnswer.ts';
import { orUnknown } from '../../state/orUnknown.ts';
import { REPORT_WORDS } from '../../words/report.ts';
import { useLanguage, useWords } from '../../words/words.ts';
import { FlowDiagram } from '../FlowDiagram.tsx';
import { Loaded } from '../Loaded.tsx';
import { ReportTable } from './ReportTable.tsx';

export function MemberReport({ company }: { readonly company: string }) {
  const language = useLanguage();
  const answer = useAnswer((signal) => {
    const asked = { path: { company }, query: { lang: language }, signal };
    return Promise.all([ask('company', asked), ask('ownPage', asked)]);
  }, `member report ${company} ${language}`);
  return <Loaded answer={answer}>{([page, own]) => <Report page={page} own={own} />}</Loaded>;
}

const nothing = (): void => undefined;

function Report({ page, own }: { readonly page: CompanyPage; readonly own: OwnPage }) {
  const language = useLanguage();
  const words = REPORT_WORDS[language];
  const common = useWords();
  const picture = useMemo(() => companyPicture(page.flows, 'all', pictureNames(common)), [page, common]);
  return (
    <>
      <h2>{page.company.name}</h2>
      <FlowDiagram picture={picture} title={`${page.company.name}: ${common.companyPicture}`} caption="" onOpen={nothing} />
      <h2>{words.own}</h2>
      <ReportTable
        name={words.own}
        head={[words.resource, words.direction, words.amount]}
        rows={page.flows.map((flow) => [
          flow.resource,
          flow.gives ? words.givesOff : words.takesIn,
          flow.annual === null ? common.notKnown : amountRange(flow.annual, flow.annual.unit, common, language),
        ])}
      />
      <h2>{words.leads}</h2>
      {own.leads.length === 0 ? (
        <p class="quiet">{words.leadsNone}</p>
      ) : (
        <ReportTable
          name={words.leads}
          head={[words.from, words.to, words.stage, words.value, words.nextStep]}
          rows={own.leads.map((one) => [
            `${one.giver_name}: ${one.surplus_words}`,
            `${one.taker_name}: ${one.need_words}`,
            STAGE_WORDS[language][one.stage],
            orUnknown(one.made.nok_per_year?.likely, common.notKnown, (value) => money(value, language)),
            one.next_step ?? '',
          ])}
        />
      )}
      {own.blind.length > 0 && (
        <>
          <h2>{words.blindLeads}</h2>
          <ReportTable
            name={words.blindLeads}
            head={[words.resource, words.direction]}
            rows={own.blind.map((one) => [one.words, one.side === 'gives' ? words.givesOff : words.takesIn])}
          />
        </>
      )}
      {own.questions.length > 0 && (
        <>
          <h2>{words.questions}</h2>
          <ReportTable
            name={words.questions}
            head={[words.resource, words.questions, words.value]}
            rows={own.questions
              .slice(0, 20)
              .map((one) => [one.words, one.text, one.worth_nok_per_year === null ? '' : money(one.worth_nok_per_year, language)])}
          />
        </>
      )}
    </>
  );
}
