// Leaving: the company's data are deleted for good once its name was typed.
import { useState } from 'preact/hooks';
import { ask } from '../../client.ts';
import { TRUST_WORDS } from '../../words/trust.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Form } from '../Form.tsx';

export function Leave({ company, name }: { company: string; name: string }) {
  const words = TRUST_WORDS[useLanguage()];
  const [left, setLeft] = useState<{ flows: number; exchanges: number; leads: number } | null>(null);
  if (left !== null)
    return (
      <p class="notice" role="status">
        {fill(words.left, left)}
      </p>
    );
  return (
    <details>
      <summary>{words.leave}</summary>
      <p>{fill(words.leaveInfo, { name })}</p>
      <Form
        fields={[{ name: 'name', label: words.leaveName }]}
        button={words.leaveButton}
        submit={async (values) => setLeft(await ask('forgetCompany', { path: { company }, body: values }))}
      />
    </details>
  );
}
