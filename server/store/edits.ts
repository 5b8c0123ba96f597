// What words may mean, and what a person decided instead.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import type { ResourceGuess } from '../domain/flow.ts';
import { mayChange } from '../domain/policy.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import type { Viewer } from '../domain/viewer.ts';
import { TextIds } from './dictionary.ts';
import { partsOf } from './flowRow.ts';
import { bumpRevision } from './imports.ts';
import type { FlowReader } from './readFlows.ts';
import type { Standings } from './standings.ts';

export function createEdits(db: Database, standings: Standings, flows: FlowReader) {
  const texts = new TextIds(db);
  const without = db
    .prepare<[number], string>(
      'SELECT t.text FROM guesses g JOIN texts t ON t.id = g.words_id WHERE g.guesses IS NULL ORDER BY g.words_id LIMIT ?',
    )
    .pluck();

  function storeGuesses(guesses: readonly { readonly words: string; readonly resources: readonly ResourceGuess[] }[]): void {
    const put = db.prepare('INSERT INTO guesses (words_id, guesses) VALUES (?, ?) ON CONFLICT DO UPDATE SET guesses = excluded.guesses');
    for (let from = 0; from < guesses.length; from += 1_000)
      db.transaction(() => {
        for (const { words, resources } of guesses.slice(from, from + 1_000)) put.run(texts.of(words), JSON.stringify(resources));
        bumpRevision(db);
      }).immediate();
  }

  function decide(viewer: Viewer, flowId: string, field: 'resources' | 'sharing', value: unknown, at: string): void {
    const parts = partsOf(flowId);
    const company = parts === null ? undefined : standings.company(parts.company);
    if (parts === null || company === undefined || !mayChange(viewer, company.publicId) || !flows.liveKeys(company.id).has(parts.key))
      throw new AppError('flow.unknown');
    db.transaction(() => {
      const after = Number(db.prepare('SELECT coalesce(max(commit_order), 0) FROM imports').pluck().get());
      db.prepare('INSERT INTO edits (company_id, key, field, value, who, at, after_commit) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
        company.id,
        parts.key,
        field,
        JSON.stringify(value),
        JSON.stringify(viewer),
        at,
        after,
      );
      bumpRevision(db);
    }).immediate();
  }

  return {
    wordsWithoutGuesses: (limit: number): string[] => without.all(limit),
    storeGuesses,
    decideResource: (viewer: Viewer, flowId: string, resources: readonly ResourceGuess[] | null, at: string): void =>
      decide(viewer, flowId, 'resources', resources, at),
    decideSharing: (viewer: Viewer, flowId: string, sharing: SharingLevel | null, at: string): void =>
      decide(viewer, flowId, 'sharing', sharing, at),
  };
}
