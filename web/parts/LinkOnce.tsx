// A link that is shown once, with a button that copies it.
import { useState } from 'preact/hooks';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { useLanguage } from '../words/words.ts';

export function LinkOnce({ link }: { link: string | null }) {
  const words = ACCOUNT_WORDS[useLanguage()];
  const [copied, setCopied] = useState(false);
  if (link === null)
    return (
      <p class="notice" role="status">
        {words.mailed}
      </p>
    );
  return (
    <p class="notice" role="status">
      {words.linkOnce}
      <br />
      <code>{link}</code>{' '}
      <button type="button" onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}>
        {copied ? words.copied : words.copy}
      </button>
    </p>
  );
}
