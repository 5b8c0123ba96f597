import { expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { aRow, aStore, importFile, stageFile } from './makers.ts';

const guess = (resource: string) => [{ resource, weight: 0.9, how: 'name' as const }];

it('asks for the meaning of each word once, also before the import is committed', () => {
  const store = aStore();
  const id = stageFile(store, [aRow({ words: 'bark' }), aRow({ words: 'bark', site: 'Mo' }), aRow({ words: 'flis' })]);
  expect(store.wordsWithoutGuesses(10)).toEqual(['bark', 'flis']);
  store.storeGuesses([{ words: 'bark', resources: guess('mat.wood.bark') }]);
  expect(store.wordsWithoutGuesses(10)).toEqual(['flis']);
  store.commitImport(id, '2026-01-01T10:01:00Z');
  expect(store.flowsOf(LOCAL, { cluster: 'Rana' }).map(({ resources }) => resources)).toEqual([
    guess('mat.wood.bark'),
    guess('mat.wood.bark'),
    [],
  ]);
});

it('keeps a decision of a person when the file comes again, and gives the guess back when the decision is taken back', () => {
  const store = aStore();
  importFile(store, [aRow()]);
  store.storeGuesses([{ words: 'bark', resources: guess('mat.wood.bark') }]);
  const [flow] = store.flowsOf(LOCAL, { cluster: 'Rana' });
  const id = flow?.id ?? '';
  const decided = [{ resource: 'mat.wood.chips', weight: 1, how: 'person' as const }];
  store.decideResource(LOCAL, id, decided, '2026-01-02T10:00:00Z');
  importFile(store, [aRow({ stated: { value: 120 } })]);
  expect(store.flowsOf(LOCAL, { ids: [id] })[0]).toMatchObject({ words: 'bark', stated: { value: 120 }, resources: decided });
  store.decideResource(LOCAL, id, null, '2026-01-03T10:00:00Z');
  expect(store.flowsOf(LOCAL, { ids: [id] })[0]?.resources).toEqual(guess('mat.wood.bark'));
});
