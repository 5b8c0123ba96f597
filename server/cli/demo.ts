// `demo`: the demo cluster in a database of its own, made by the importer like any file.
import { join } from 'node:path';
import { makeDemo } from '../tasks/demo.ts';
import type { Given, Surroundings } from './given.ts';

export async function demoCommand(given: Given, around: Surroundings): Promise<number> {
  const database = given.databaseByDefault ? join(around.root, 'demo.db') : given.database;
  const made = await makeDemo(around.root, database, around.now());
  around.out(given.json ? `${JSON.stringify({ database, ...made })}\n` : `${database}\n`);
  return 0;
}
