// The own account: roles, password, second factor, and which browsers are signed in.
import '../../styles/account.css';
import { useState } from 'preact/hooks';
import { encode } from 'uqr';
import type { AccountShown } from '../../../server/contract/accounts.ts';
import { ask } from '../../client.ts';
import { Form } from '../../parts/Form.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { day, moment } from '../../state/format.ts';
import { useSteadyAnswer } from '../../state/useSteadyAnswer.ts';
import { ACCOUNT_WORDS } from '../../words/account.ts';
import { fill, useLanguage } from '../../words/words.ts';

export function AccountPage() {
  const words = ACCOUNT_WORDS[useLanguage()];
  // Steady: what was just said (the password is changed) must outlive the account being asked for anew.
  const answer = useSteadyAnswer((signal) => ask('account', { signal }), 'account');
  return (
    <section class="account">
      <h1>{words.account}</h1>
      <Loaded answer={answer}>{(account) => <Account account={account} again={answer.again} />}</Loaded>
    </section>
  );
}

function Account({ account, again }: { account: AccountShown; again: () => void }) {
  const language = useLanguage();
  const words = ACCOUNT_WORDS[language];
  /** How many times: each empties the form. */
  const [changed, setChanged] = useState(0);
  const signOut = async (): Promise<void> => {
    await ask('signOut');
    location.assign('/');
  };
  return (
    <>
      <p>
        {account.name}, {account.email}{' '}
        <button type="button" onClick={() => void signOut()}>
          {words.signOut}
        </button>
      </p>
      <h2>{words.roles}</h2>
      {account.roles.length === 0 && <p class="notice">{words.noRole}</p>}
      <ul>
        {account.roles.map((role) => (
          <li key={role.id}>
            {words.roleNames[role.role]} {role.scope_name}
            {role.until !== null && ` ${fill(words.until, { date: day(role.until, language) })}`}
            {role.ended && ` (${words.ended})`}
          </li>
        ))}
      </ul>
      <h2>{words.factor}</h2>
      <SecondFactor on={account.second_factor} again={again} />
      <h2>{words.changePassword}</h2>
      {changed > 0 && (
        <p class="notice" role="status">
          {words.changed}
        </p>
      )}
      <Form
        key={changed}
        fields={[
          { name: 'now', label: words.passwordNow, type: 'password', autocomplete: 'current-password' },
          { name: 'next', label: words.newPassword, type: 'password', autocomplete: 'new-password', hint: words.passwordHint },
        ]}
        button={words.changePassword}
        submit={async (values) => {
          await ask('changePassword', { body: values });
          setChanged((count) => count + 1);
          again();
        }}
      />
      <h2>{words.sessions}</h2>
      <ul class="sessions">
        {account.sessions.map((session) => (
          <li key={session.id}>
            {session.browser ?? words.unknownBrowser}
            <br />
            <small class="quiet">
              {fill(words.started, { when: moment(session.started, language) })} {session.now && `(${words.thisSession})`}
            </small>{' '}
            {!session.now && (
              <button type="button" onClick={() => void ask('endSession', { path: { session: session.id } }).then(again)}>
                {words.endSession}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function SecondFactor({ on, again }: { on: boolean; again: () => void }) {
  const words = ACCOUNT_WORDS[useLanguage()];
  const [begun, setBegun] = useState<{ uri: string; key: string; backup_codes: string[] } | null>(null);
  const password = { name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' } as const;
  if (on)
    return (
      <>
        <p>{words.factorOn}</p>
        <Form
          fields={[password]}
          button={words.turnOff}
          submit={async (values) => {
            await ask('turnOffSecondFactor', { body: values });
            again();
          }}
        />
      </>
    );
  if (begun === null)
    return (
      <>
        <p>{words.factorOff}</p>
        <Form
          fields={[password]}
          button={words.turnOn}
          submit={async (values) => setBegun(await ask('turnOnSecondFactor', { body: values }))}
        />
      </>
    );
  return (
    <>
      <p>{words.scan}</p>
      <QrCode text={begun.uri} />
      <p>
        <code>{begun.key.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <p>{words.backups}</p>
      <ul class="backup-codes">
        {begun.backup_codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Form
        fields={[{ name: 'code', label: words.confirm, autocomplete: 'one-time-code', numeric: true }]}
        button={words.turnOn}
        submit={async (values) => {
          await ask('confirmSecondFactor', { body: values });
          setBegun(null);
          again();
        }}
      />
    </>
  );
}

/** Dark on light in both themes: cameras read it so. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
