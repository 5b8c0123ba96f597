// Who has which role, invitations, and help for those who lost a password or a phone.
import '../../styles/account.css';
import { useState } from 'preact/hooks';
import type { People, RoleShown } from '../../../server/contract/accounts.ts';
import { ask } from '../../client.ts';
import { Form } from '../../parts/Form.tsx';
import { LinkOnce } from '../../parts/LinkOnce.tsx';
import { Loaded, refusalText } from '../../parts/Loaded.tsx';
import { day, moment } from '../../state/format.ts';
import { useSteadyAnswer } from '../../state/useSteadyAnswer.ts';
import { useViewer } from '../../state/viewer.ts';
import { ACCOUNT_WORDS } from '../../words/account.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';

type Role = RoleShown['role'];

export function PeoplePage() {
  const words = ACCOUNT_WORDS[useLanguage()];
  // Steady: a link is shown once and must outlive the lists being asked for anew.
  const answer = useSteadyAnswer((signal) => ask('people', { signal }), 'people');
  return (
    <section class="account">
      <h1>{words.people}</h1>
      <p class="quiet">{words.peopleText}</p>
      <Loaded answer={answer}>{(people) => <Everyone people={people} again={answer.again} />}</Loaded>
    </section>
  );
}

function Everyone({ people, again }: { people: People; again: () => void }) {
  const language = useLanguage();
  const words = ACCOUNT_WORDS[language];
  const common = useWords();
  const [link, setLink] = useState<{ link: string | null } | null>(null);
  const [invited, setInvited] = useState(0);
  const [problem, setProblem] = useState('');
  const run = (work: Promise<unknown>): void => {
    setProblem('');
    work.then(again, (error: unknown) => setProblem(refusalText(error, common, language)));
  };
  return (
    <>
      {link && <LinkOnce link={link.link} />}
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
      {people.people.length === 0 && <p class="quiet">{words.noPeople}</p>}
      <ul class="people">
        {people.people.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong> {one.email}
            {one.asked_for_password !== null && (
              <p class="notice">{fill(words.asksPassword, { when: moment(one.asked_for_password, language) })}</p>
            )}
            <ul>
              {one.roles.map((role) => {
                const text = `${words.roleNames[role.role]} ${role.scope_name}`.trim();
                return (
                  <li key={role.id}>
                    {text}
                    {role.until !== null && ` ${fill(words.until, { date: day(role.until, language) })}`}
                    {role.ended && ` (${words.ended})`}{' '}
                    <button type="button" class="link" onClick={() => run(ask('endRole', { path: { role: String(role.id) } }))}>
                      {fill(words.endRole, { role: text })}
                    </button>
                  </li>
                );
              })}
            </ul>
            <p class="actions">
              <button
                type="button"
                onClick={() => run(ask('resetLink', { path: { user: one.id }, body: {} }).then((made) => setLink(made)))}
              >
                {words.makeLink}
              </button>
              <button type="button" onClick={() => run(ask('endSessionsOf', { path: { user: one.id } }))}>
                {words.endSessions}
              </button>
              {one.second_factor && (
                <button type="button" onClick={() => run(ask('dropSecondFactor', { path: { user: one.id } }))}>
                  {words.dropFactor}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <h2>{words.inviteTitle}</h2>
      <Invite
        key={invited}
        people={people}
        invited={(made) => {
          setLink(made);
          setInvited((count) => count + 1);
          again();
        }}
      />
      <h2>{words.invitations}</h2>
      <ul>
        {people.invitations.map((one) => (
          <li key={one.id}>
            {one.email}, {words.roleNames[one.role]} {one.scope_name} ({words.invitationState[one.state]}){' '}
            {one.state === 'open' && (
              <button type="button" class="link" onClick={() => run(ask('withdrawInvitation', { path: { invitation: String(one.id) } }))}>
                {words.withdraw}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Invite({ people, invited }: { people: People; invited: (made: { link: string | null }) => void }) {
  const words = ACCOUNT_WORDS[useLanguage()];
  const viewer = useViewer();
  const allowed: readonly Role[] =
    viewer.kind === 'manager' ? ['consultant', 'member'] : ['administrator', 'manager', 'consultant', 'member'];
  const [role, setRole] = useState<Role>('member');
  const scopes =
    role === 'administrator' ? [] : role === 'manager' ? people.clusters.map((name) => ({ id: name, name })) : people.companies;
  return (
    <Form
      fields={[
        { name: 'email', label: words.email, type: 'email' },
        ...(role === 'consultant' ? [{ name: 'until', label: words.untilLabel, type: 'date', optional: true } as const] : []),
      ]}
      button={words.invite}
      submit={async (values) => {
        const { email, scope, until } = values;
        invited(await ask('invite', { body: { email, role, scope: scope ?? '', until: until || null } }));
      }}
    >
      <p>
        <label for="invite-role">{words.role}</label>
        <select
          id="invite-role"
          value={role}
          onChange={({ currentTarget }) => setRole(allowed.find((one) => one === currentTarget.value) ?? 'member')}
        >
          {allowed.map((one) => (
            <option key={one} value={one}>
              {words.roleNames[one]}
            </option>
          ))}
        </select>
      </p>
      {scopes.length > 0 && (
        <p>
          <label for="invite-scope">{role === 'manager' ? words.cluster : words.company}</label>
          <select id="invite-scope" name="scope">
            {scopes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </p>
      )}
    </Form>
  );
}
