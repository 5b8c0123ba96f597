// What stands before the door: signing in, the first administrator, an invitation, a new password.
import '../../styles/account.css';
import { useState } from 'preact/hooks';
import type { ViewerShown } from '../../../server/contract/viewer.ts';
import { ask } from '../../client.ts';
import { Form } from '../../parts/Form.tsx';
import type { Field } from '../../parts/Form.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { day } from '../../state/format.ts';
import type { Door } from '../../state/route.ts';
import { useAnswer } from '../../state/useAnswer.ts';
import { ACCOUNT_WORDS } from '../../words/account.ts';
import { fill, useLanguage } from '../../words/words.ts';

export function DoorPage({ door, word, looking }: { door: Door; word: string; looking: ViewerShown | null }) {
  const words = ACCOUNT_WORDS[useLanguage()];
  if (looking?.door === 'setUp' && door !== 'first') return <p class="notice">{words.firstMissing}</p>;
  switch (door) {
    case 'first':
      return <First word={word} />;
    case 'forgotten':
      return <Forgotten />;
    case 'new-password':
      return <NewPassword word={word} />;
    case 'invitation':
      return <Invitation word={word} signedIn={looking?.person?.email ?? null} />;
    default:
      return <SignIn />;
  }
}

function useFields() {
  const words = ACCOUNT_WORDS[useLanguage()];
  const email: Field = { name: 'email', label: words.email, type: 'email', autocomplete: 'username' };
  const password: Field = { name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' };
  const newPassword: Field = {
    name: 'password',
    label: words.newPassword,
    type: 'password',
    autocomplete: 'new-password',
    hint: words.passwordHint,
  };
  const name: Field = { name: 'name', label: words.name, autocomplete: 'name' };
  return { words, email, password, newPassword, name };
}
/** A new visit, so that nothing of before stays: at the page that was asked for, unless that was the door itself. */
const enter = (): void =>
  /^\/(first|invitation|new-password|forgotten)\b/.test(location.pathname) ? location.assign('/') : location.reload();

function SignIn() {
  const { words, email, password } = useFields();
  const [code, setCode] = useState(false);
  if (code) return <Code />;
  return (
    <section class="door">
      <h1>{words.signIn}</h1>
      <p class="quiet">{words.signInText}</p>
      <Form
        fields={[email, password]}
        button={words.signIn}
        submit={async (values) => {
          const { second_factor: second } = await ask('signIn', { body: values });
          if (second) setCode(true);
          else enter();
        }}
      />
      <p>
        <a href="/forgotten">{words.forgotten}</a>
      </p>
    </section>
  );
}

function Code() {
  const words = ACCOUNT_WORDS[useLanguage()];
  const [backup, setBackup] = useState(false);
  const field: Field = backup
    ? { name: 'code', label: words.backupCode }
    : { name: 'code', label: words.code, autocomplete: 'one-time-code', numeric: true };
  return (
    <section class="door">
      <h1>{words.codeTitle}</h1>
      <p class="quiet">{words.codeText}</p>
      <Form
        key={String(backup)}
        fields={[field]}
        button={words.signIn}
        submit={async (values) => {
          await ask('secondFactor', { body: { ...values, backup } });
          enter();
        }}
      />
      <button type="button" class="link" onClick={() => setBackup(!backup)}>
        {backup ? words.useApp : words.useBackup}
      </button>
    </section>
  );
}

function First({ word }: { word: string }) {
  const { words, email, newPassword, name } = useFields();
  return (
    <section class="door">
      <h1>{words.firstTitle}</h1>
      <p class="quiet">{words.firstText}</p>
      <Form
        fields={[name, email, { ...newPassword, label: words.password }]}
        button={words.make}
        submit={async (values) => {
          await ask('setUp', { body: { ...values, word } });
          await ask('signIn', { body: { email: values['email'], password: values['password'] } });
          enter();
        }}
      />
    </section>
  );
}

function Forgotten() {
  const { words, email } = useFields();
  const [sent, setSent] = useState(false);
  return (
    <section class="door">
      <h1>{words.forgottenTitle}</h1>
      {sent ? (
        <p class="notice" role="status">
          {words.forgottenDone}
        </p>
      ) : (
        <>
          <p class="quiet">{words.forgottenText}</p>
          <Form
            fields={[email]}
            button={words.send}
            submit={async (values) => {
              await ask('forgotPassword', { body: values });
              setSent(true);
            }}
          />
        </>
      )}
      <p>
        <a href="/">{words.signIn}</a>
      </p>
    </section>
  );
}

function NewPassword({ word }: { word: string }) {
  const { words, newPassword } = useFields();
  const [changed, setChanged] = useState(false);
  return (
    <section class="door">
      <h1>{words.newPasswordTitle}</h1>
      {changed ? (
        <p class="notice" role="status">
          {words.newPasswordDone} <a href="/">{words.signIn}</a>
        </p>
      ) : (
        <Form
          fields={[newPassword]}
          button={words.go}
          submit={async (values) => {
            await ask('newPassword', { body: { ...values, word } });
            setChanged(true);
          }}
        />
      )}
    </section>
  );
}

function Invitation({ word, signedIn }: { word: string; signedIn: string | null }) {
  const { words, newPassword, name } = useFields();
  const language = useLanguage();
  const answer = useAnswer((signal) => ask('invitation', { path: { word }, signal }), `invitation ${word}`);
  return (
    <section class="door">
      <h1>{words.invitationTitle}</h1>
      <Loaded answer={answer}>
        {(found) => (
          <>
            <p>
              {fill(words.invitationText, { email: found.email, role: words.roleNames[found.role], scope: found.scope_name })}{' '}
              {found.until !== null && fill(words.invitationUntil, { date: day(found.until, language) })}
            </p>
            {found.has_account && signedIn !== found.email ? (
              <>
                <p class="notice">{fill(words.invitationHas, { email: found.email })}</p>
                <SignIn />
              </>
            ) : (
              <Form
                fields={found.has_account ? [] : [name, { ...newPassword, label: words.password }]}
                button={found.has_account ? words.take : words.make}
                submit={async (values) => {
                  await ask('acceptInvitation', { path: { word }, body: found.has_account ? {} : values });
                  if (!found.has_account) await ask('signIn', { body: { email: found.email, password: values['password'] } });
                  location.assign('/');
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
