// A server with accounts and whoever a test needs to be signed in there.
import { aPerson } from './aPerson.ts';
import type { TestPerson } from './aPerson.ts';
import type { Asked, TestServer } from './aServer.ts';

export const PASSWORD = 'fjellbekk under bregner 41';
export const wordOf = (link: string | null): string => link?.split('/').at(-1) ?? '';
type RoleName = 'administrator' | 'manager' | 'consultant' | 'member';

/** The first administrator, signed in. */
export async function firstAdministrator(server: TestServer): Promise<TestPerson> {
  const person = aPerson(server);
  const email = 'admin@fjord.example';
  await person.ask('setUp', { body: { word: server.accounts.door.setUpWord(), email, name: 'Ada Admin', password: PASSWORD } });
  await person.ask('signIn', { body: { email, password: PASSWORD } });
  return person;
}

let number = 0;
/** Somebody with one role more than nobody, signed in. */
export async function somebody(server: TestServer, administrator: TestPerson, role: RoleName, scope = '', until: string | null = null) {
  number += 1;
  const email = `person-${number}@fjord.example`;
  const { link } = await administrator.ask('invite', { body: { email, role, scope, until } });
  const person = aPerson(server);
  await person.ask('acceptInvitation', { path: { word: wordOf(link) }, body: { name: 'Kari Nordmann', password: PASSWORD } });
  await person.ask('signIn', { body: { email, password: PASSWORD } });
  return person;
}

/** A file read to its end, as this person sees it. */
export async function previewedBy(person: TestPerson, file: NonNullable<Asked['file']>, cluster: string) {
  let state = await person.ask('preview', { query: { cluster }, file });
  while (state.state === 'reading' || state.state === 'committing') {
    await new Promise((resolve) => setTimeout(resolve, 10));
    state = await person.ask('previewState', { path: { preview: state.id } });
  }
  return state;
}

export async function importedBy(person: TestPerson, file: NonNullable<Asked['file']>, cluster: string) {
  const { id } = await previewedBy(person, file, cluster);
  let state = await person.ask('commit', { body: { preview: id } });
  while (state.state === 'committing') {
    await new Promise((resolve) => setTimeout(resolve, 10));
    state = await person.ask('previewState', { path: { preview: state.id } });
  }
  return state;
}
