// A page that speaks of all companies at once, opened by a member: what it is, and where its own is.
import { address } from '../state/route.ts';
import { useViewer } from '../state/viewer.ts';
import { useLanguage } from '../words/words.ts';

const WORDS = {
  nb: {
    title: 'Bare for klyngelederen',
    text: 'Siden viser alle bedriftene på en gang, og er derfor bare for klyngelederen og konsulenten. Deres egne mulige treff står på deres egen side.',
    own: 'Gå til egen side',
  },
  en: {
    title: 'For the cluster manager only',
    text: 'This page shows all companies at once and is therefore for the cluster manager and the consultant only. Your own possible matches are on your own page.',
    own: 'Go to your own page',
  },
} as const;

export function NotYoursPage() {
  const words = WORDS[useLanguage()];
  const { company } = useViewer();
  return (
    <>
      <h1>{words.title}</h1>
      <p role="status">{words.text}</p>
      {company !== null && (
        <p>
          <a class="button" href={address.company(company)}>
            {words.own}
          </a>
        </p>
      )}
    </>
  );
}
