// The sign-in library's database, as it asks for it: reads from the open database, writes through the one writer.
import { createAdapterFactory } from 'better-auth/adapters';
import type { CleanedWhere } from '@better-auth/core/db/adapter';
import { AUTH_TABLES } from '../../store/accounts.ts';
import type { AuthChange, AuthRow, AuthTable, AuthValue, AuthWhere } from '../../store/accounts.ts';
import type { Opened } from '../opened.ts';

function tableOf(model: string): AuthTable {
  const table = (Object.keys(AUTH_TABLES) as AuthTable[]).find((one) => one === model);
  if (table === undefined) throw new Error(`the sign-in library asked for a table that is not there: ${model}`);
  return table;
}

/** Dates are ISO text, yes and no are 1 and 0; the library's factory turns them back. */
function asValue(value: unknown): AuthValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`the sign-in library stored what no column holds: ${typeof value}`);
}

const asRow = (data: object): AuthRow => Object.fromEntries(Object.entries(data).map(([field, value]) => [field, asValue(value)]));

const asWhere = (where: readonly CleanedWhere[] | undefined): AuthWhere[] =>
  (where ?? []).map(({ field, operator, value, connector }) => ({
    field,
    operator: operator ?? 'eq',
    value: Array.isArray(value) ? value : asValue(value),
    connector: connector ?? 'AND',
  }));

export function rowsOfLibrary(opened: Opened) {
  const change = async (asked: AuthChange) => (await opened.writer()).changeAuth(asked);
  return createAdapterFactory({
    config: { adapterId: 'flytkart', supportsDates: false, supportsBooleans: false, supportsJSON: false, supportsNumericIds: false },
    // The library's own types promise whatever row type it asks for; what comes back are its own columns.
    adapter: () => ({
      create: async <T extends Record<string, unknown>>({ model, data }: { model: string; data: T }) => {
        const { rows } = await change({ do: 'create', table: tableOf(model), row: asRow(data) });
        return rows[0] as unknown as T;
      },
      update: async <T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) => {
        const { rows } = await change({ do: 'update', table: tableOf(model), where: asWhere(where), set: asRow(update as object) });
        return (rows[0] ?? null) as T | null;
      },
      updateMany: async ({ model, where, update }) =>
        (await change({ do: 'update', table: tableOf(model), where: asWhere(where), set: asRow(update) })).count,
      findOne: <T>({ model, where }: { model: string; where: CleanedWhere[] }) =>
        Promise.resolve((opened.store().authRows({ table: tableOf(model), where: asWhere(where), limit: 1 })[0] ?? null) as T | null),
      findMany: <T>({
        model,
        where,
        limit,
        offset,
        sortBy,
      }: {
        model: string;
        where?: CleanedWhere[] | undefined;
        limit: number;
        offset?: number | undefined;
        sortBy?: { field: string; direction: 'asc' | 'desc' } | undefined;
      }) =>
        Promise.resolve(
          opened.store().authRows({
            table: tableOf(model),
            where: asWhere(where),
            limit,
            ...(offset === undefined ? {} : { offset }),
            ...(sortBy === undefined ? {} : { sortBy }),
          }) as T[],
        ),
      delete: async ({ model, where }) => {
        await change({ do: 'delete', table: tableOf(model), where: asWhere(where) });
      },
      deleteMany: async ({ model, where }) => (await change({ do: 'delete', table: tableOf(model), where: asWhere(where) })).count,
      consumeOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) =>
        ((await change({ do: 'consume', table: tableOf(model), where: asWhere(where) })).rows[0] ?? null) as T | null,
      incrementOne: async <T>({
        model,
        where,
        increment,
        set,
      }: {
        model: string;
        where: CleanedWhere[];
        increment: Record<string, number>;
        set?: Record<string, unknown> | undefined;
      }) =>
        ((await change({ do: 'increment', table: tableOf(model), where: asWhere(where), by: increment, set: asRow(set ?? {}) })).rows[0] ??
          null) as T | null,
      count: ({ model, where }) => Promise.resolve(opened.store().authCount({ table: tableOf(model), where: asWhere(where) })),
    }),
  });
}
