// Words for who looks.
import type { ViewerChoice } from '../../server/contract/viewer.ts';

type Kind = ViewerChoice['kind'];
type ViewerWords = {
  readonly lookAs: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly account: string;
  readonly members: string;
  readonly managers: string;
};

export const VIEWER_WORDS = {
  nb: {
    lookAs: 'Se som',
    account: 'Min konto',
    members: 'Medlemsbedrift',
    managers: 'Klyngeleder',
    kinds: { local: 'Konsulent', consultant: 'Konsulent', manager: 'Klyngeleder', member: 'Medlem', administrator: 'Administrator' },
  },
  en: {
    lookAs: 'Look as',
    account: 'My account',
    members: 'Member company',
    managers: 'Cluster manager',
    kinds: { local: 'Consultant', consultant: 'Consultant', manager: 'Cluster manager', member: 'Member', administrator: 'Administrator' },
  },
} satisfies Readonly<Record<'nb' | 'en', ViewerWords>>;
