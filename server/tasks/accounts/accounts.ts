// Accounts as the API sees them: who asks, the own account, and who has which role.
import type { Opened } from '../opened.ts';
import { createOwnAccount } from './ownAccount.ts';
import { createPeople } from './people.ts';
import { createSignedIn } from './signedIn.ts';
import type { AccountSettings } from './signedIn.ts';

export type { AccountSettings } from './signedIn.ts';
export type { Cookied } from './ownAccount.ts';

export function createAccountTasks(opened: Opened, settings: AccountSettings) {
  const door = createSignedIn(opened, settings);
  const people = createPeople(opened, door, settings);
  return { door, people, own: createOwnAccount(opened, door, people.rolesShown, settings.sendMail !== null) };
}
export type AccountTasks = ReturnType<typeof createAccountTasks>;
