// The rule that a match rests on, in words, and what the law asks of whoever makes it real.
import type { RuleShown } from '../../server/contract/rules.ts';
import { ask } from '../client.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { RULE_WORDS } from '../words/rule.ts';
import { fill, useLanguage } from '../words/words.ts';
import { Loaded } from './Loaded.tsx';

export function MatchRule({ rule }: { rule: string }) {
  const language = useLanguage();
  const answer = useAnswer((signal) => ask('rule', { path: { rule }, query: { lang: language }, signal }), `rule ${rule} ${language}`);
  return <Loaded answer={answer}>{(found) => <Told rule={found} />}</Loaded>;
}

function Told({ rule }: { rule: RuleShown }) {
  const words = RULE_WORDS[useLanguage()];
  return (
    <section class="rule" aria-labelledby="rule-title">
      <h2 id="rule-title">{words.title}</h2>
      <p>
        {fill(words.serves, { resource: rule.resource, use: rule.use })}{' '}
        <span class="quiet">{fill(words.from, { id: rule.id, source: rule.source.replaceAll('judgement', words.judgement) })}</span>
      </p>
      {(rule.conditions !== null || rule.pretreatment !== null) && (
        <dl class="pairs">
          {rule.conditions !== null && (
            <>
              <dt>{words.conditions}</dt>
              <dd>{rule.conditions}</dd>
            </>
          )}
          {rule.pretreatment !== null && (
            <>
              <dt>{words.pretreatment}</dt>
              <dd>{rule.pretreatment}</dd>
            </>
          )}
        </dl>
      )}
      {rule.law.length > 0 && (
        <>
          <h3>{words.law}</h3>
          <dl class="law">
            {rule.law.map((one) => (
              <div key={one.flag} data-flag={one.flag}>
                <dt>
                  {one.name} <span class="quiet">{one.flag}</span>
                </dt>
                <dd>
                  {one.ask} <span class="quiet">({one.source.replaceAll('judgement', words.judgement)})</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
