// Accounts as rows: the sign-in library's tables by a narrow set of operations, and roles and invitations by name.
import type { Database } from 'better-sqlite3';
import type { Role, RoleName } from '../domain/roles.ts';

/** The library's tables and their columns; anything else it asked for would be an error of ours, not SQL of the caller. */
export const AUTH_TABLES = {
  user: ['id', 'name', 'email', 'emailVerified', 'image', 'twoFactorEnabled', 'createdAt', 'updatedAt'],
  session: ['id', 'userId', 'token', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'],
  account: [
    'id',
    'userId',
    'accountId',
    'providerId',
    'accessToken',
    'refreshToken',
    'idToken',
    'accessTokenExpiresAt',
    'refreshTokenExpiresAt',
    'scope',
    'password',
    'createdAt',
    'updatedAt',
  ],
  verification: ['id', 'identifier', 'value', 'expiresAt', 'createdAt', 'updatedAt'],
  twoFactor: ['id', 'userId', 'secret', 'backupCodes', 'verified', 'failedVerificationCount', 'lockedUntil'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type AuthTable = keyof typeof AUTH_TABLES;
export type AuthValue = string | number | null;
export type AuthRow = Readonly<Record<string, AuthValue>>;

const OPERATORS = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
export type AuthWhere = {
  readonly field: string;
  readonly operator: keyof typeof OPERATORS | 'in' | 'not_in' | 'contains' | 'starts_with' | 'ends_with';
  readonly value: AuthValue | readonly (string | number)[];
  readonly connector: 'AND' | 'OR';
};
export type AuthQuestion = {
  readonly table: AuthTable;
  readonly where: readonly AuthWhere[];
  readonly limit?: number;
  readonly offset?: number;
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
};
export type AuthChange =
  | { readonly do: 'create'; readonly table: AuthTable; readonly row: AuthRow }
  | { readonly do: 'update'; readonly table: AuthTable; readonly where: readonly AuthWhere[]; readonly set: AuthRow }
  | { readonly do: 'delete'; readonly table: AuthTable; readonly where: readonly AuthWhere[] }
  /** Deletes at most one row and gives it back: a link or code is used once. */
  | { readonly do: 'consume'; readonly table: AuthTable; readonly where: readonly AuthWhere[] }
  /** Adds to numbers of at most one row. */
  | {
      readonly do: 'increment';
      readonly table: AuthTable;
      readonly where: readonly AuthWhere[];
      readonly by: Readonly<Record<string, number>>;
      readonly set: AuthRow;
    };
export type AuthChanged = { readonly rows: readonly AuthRow[]; readonly count: number };

export type RoleRow = Role & { readonly user: string; readonly givenBy: string; readonly givenAt: string; readonly endedAt: string | null };
export type Invitation = {
  readonly id: number;
  readonly email: string;
  readonly role: RoleName;
  readonly scope: string;
  readonly until: string | null;
  readonly givenBy: string;
  readonly givenAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly withdrawnAt: string | null;
};
export type NewInvitation = Omit<Invitation, 'id' | 'usedAt' | 'withdrawnAt'> & { readonly tokenHash: string };

export interface AccountReader {
  /** Whether anyone can sign in: then everyone must. */
  hasAccounts(): boolean;
  /** What cookies and second factors are signed and sealed with; null until somebody needed it. */
  secret(): string | null;
  authRows(question: AuthQuestion): AuthRow[];
  authCount(question: AuthQuestion): number;
  rolesOf(user: string): RoleRow[];
  allRoles(): RoleRow[];
  invitations(): Invitation[];
  invitationOf(tokenHash: string): Invitation | null;
  passwordRequests(): { readonly user: string; readonly at: string }[];
}
export interface AccountWriter {
  changeAuth(change: AuthChange): AuthChanged;
  /** Keeps the candidate unless there is a secret already; gives the one that holds. */
  keepSecret(candidate: string): string;
  giveRole(role: Omit<RoleRow, 'id' | 'endedAt'>): number;
  endRole(id: number, by: string, at: string): void;
  storeInvitation(invitation: NewInvitation): number;
  /** False when it was used, withdrawn or had run out before. */
  useInvitation(tokenHash: string, at: string): boolean;
  withdrawInvitation(id: number, at: string): void;
  requestPassword(user: string, at: string): void;
  answerPasswordRequest(user: string): void;
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const tableName = (table: AuthTable): string => `auth_${snake(table)}`;

function column(table: AuthTable, field: string): string {
  const known: readonly string[] = AUTH_TABLES[table];
  if (!known.includes(field)) throw new Error(`${table} has no column ${field}`);
  return snake(field);
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

function condition(table: AuthTable, where: readonly AuthWhere[]): { readonly sql: string; readonly values: AuthValue[] } {
  const values: AuthValue[] = [];
  const term = ({ field, operator, value }: AuthWhere): string => {
    const name = column(table, field);
    if (operator === 'in' || operator === 'not_in') {
      const list = Array.isArray(value) ? value : [value];
      values.push(...list);
      const none = operator === 'in' ? '0' : '1';
      return list.length === 0 ? none : `${name} ${operator === 'in' ? 'IN' : 'NOT IN'} (${list.map(() => '?').join(', ')})`;
    }
    if (Array.isArray(value)) throw new Error(`${operator} takes one value`);
    const single = value as AuthValue;
    if (operator === 'contains' || operator === 'starts_with' || operator === 'ends_with') {
      const text = escaped(String(single));
      values.push(`${operator === 'starts_with' ? '' : '%'}${text}${operator === 'ends_with' ? '' : '%'}`);
      return `${name} LIKE ? ESCAPE '\\'`;
    }
    if (single === null) return operator === 'ne' ? `${name} IS NOT NULL` : `${name} IS NULL`;
    values.push(single);
    return `${name} ${OPERATORS[operator]} ?`;
  };
  const and = where.filter(({ connector }) => connector === 'AND').map(term);
  const or = where.filter(({ connector }) => connector === 'OR').map(term);
  const parts = [...and, ...(or.length > 0 ? [`(${or.join(' OR ')})`] : [])];
  return { sql: parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`, values };
}

function asRow(table: AuthTable, raw: unknown): AuthRow {
  const found = raw as Readonly<Record<string, AuthValue>>;
  return Object.fromEntries(AUTH_TABLES[table].map((field) => [field, found[snake(field)] ?? null]));
}

const ROLE_COLUMNS = 'id, user_id AS user, role, scope, until, given_by AS givenBy, given_at AS givenAt, ended_at AS endedAt';
const INVITATION_COLUMNS =
  'id, email, role, scope, until, given_by AS givenBy, given_at AS givenAt, expires_at AS expiresAt, used_at AS usedAt, withdrawn_at AS withdrawnAt';

export function createAccounts(db: Database): AccountReader & AccountWriter {
  const secret = db.prepare<[], string>("SELECT value FROM settings WHERE name = 'secret'").pluck();
  const authRows = ({ table, where, limit, offset, sortBy }: AuthQuestion): AuthRow[] => {
    const { sql, values } = condition(table, where);
    const order = sortBy ? ` ORDER BY ${column(table, sortBy.field)} ${sortBy.direction === 'desc' ? 'DESC' : 'ASC'}` : '';
    const rows = db.prepare(`SELECT * FROM ${tableName(table)}${sql}${order} LIMIT ? OFFSET ?`).all(...values, limit ?? -1, offset ?? 0);
    return rows.map((row) => asRow(table, row));
  };
  const one = (table: AuthTable, where: readonly AuthWhere[]): AuthRow | undefined => authRows({ table, where, limit: 1 })[0];
  const assign = (table: AuthTable, row: AuthRow): { readonly sql: string[]; readonly values: AuthValue[] } => ({
    sql: Object.keys(row).map((field) => `${column(table, field)} = ?`),
    values: Object.values(row),
  });

  const changeAuth = (change: AuthChange): AuthChanged => {
    const { table } = change;
    switch (change.do) {
      case 'create': {
        const fields = Object.keys(change.row);
        db.prepare(
          `INSERT INTO ${tableName(table)} (${fields.map((field) => column(table, field)).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`,
        ).run(...Object.values(change.row));
        return { rows: [asRow(table, Object.fromEntries(fields.map((field) => [snake(field), change.row[field] ?? null])))], count: 1 };
      }
      case 'update': {
        const { sql, values } = condition(table, change.where);
        const set = assign(table, change.set);
        const rows = db
          .prepare(`UPDATE ${tableName(table)} SET ${set.sql.join(', ')}${sql} RETURNING *`)
          .all(...set.values, ...values)
          .map((row) => asRow(table, row));
        return { rows, count: rows.length };
      }
      case 'delete': {
        const { sql, values } = condition(table, change.where);
        return { rows: [], count: db.prepare(`DELETE FROM ${tableName(table)}${sql}`).run(...values).changes };
      }
      case 'consume': {
        const found = one(table, change.where);
        if (found === undefined) return { rows: [], count: 0 };
        const gone = db.prepare(`DELETE FROM ${tableName(table)} WHERE id = ?`).run(found['id'] ?? null).changes;
        return { rows: gone === 1 ? [found] : [], count: gone };
      }
      case 'increment': {
        const found = one(table, change.where);
        if (found === undefined) return { rows: [], count: 0 };
        const added = Object.entries(change.by).map(([field, by]) => [field, Number(found[field] ?? 0) + by] as const);
        const set = assign(table, { ...change.set, ...Object.fromEntries(added) });
        const rows = db
          .prepare(`UPDATE ${tableName(table)} SET ${set.sql.join(', ')} WHERE id = ? RETURNING *`)
          .all(...set.values, found['id'] ?? null)
          .map((row) => asRow(table, row));
        return { rows, count: rows.length };
      }
    }
  };

  return {
    hasAccounts: () => db.prepare('SELECT 1 FROM auth_user LIMIT 1').get() !== undefined,
    secret: () => secret.get() ?? null,
    authRows,
    authCount: ({ table, where }) => {
      const { sql, values } = condition(table, where);
      return (
        db
          .prepare<AuthValue[], number>(`SELECT count(*) FROM ${tableName(table)}${sql}`)
          .pluck()
          .get(...values) ?? 0
      );
    },
    rolesOf: (user) =>
      db.prepare<[string], RoleRow>(`SELECT ${ROLE_COLUMNS} FROM roles WHERE user_id = ? AND ended_at IS NULL ORDER BY id`).all(user),
    allRoles: () => db.prepare<[], RoleRow>(`SELECT ${ROLE_COLUMNS} FROM roles WHERE ended_at IS NULL ORDER BY id`).all(),
    invitations: () => db.prepare<[], Invitation>(`SELECT ${INVITATION_COLUMNS} FROM invitations ORDER BY id DESC`).all(),
    invitationOf: (hash) =>
      db.prepare<[string], Invitation>(`SELECT ${INVITATION_COLUMNS} FROM invitations WHERE token_hash = ?`).get(hash) ?? null,
    passwordRequests: () =>
      db.prepare<[], { user: string; at: string }>('SELECT user_id AS user, at FROM password_requests ORDER BY at').all(),

    keepSecret: (candidate) => {
      db.prepare("INSERT OR IGNORE INTO settings (name, value) VALUES ('secret', ?)").run(candidate);
      return secret.get() ?? candidate;
    },
    changeAuth: (change) => db.transaction(() => changeAuth(change)).immediate(),
    giveRole: ({ user, role, scope, until, givenBy, givenAt }) =>
      Number(
        db
          .prepare('INSERT INTO roles (user_id, role, scope, until, given_by, given_at) VALUES (?, ?, ?, ?, ?, ?)')
          .run(user, role, scope, until, givenBy, givenAt).lastInsertRowid,
      ),
    endRole: (id, by, at) => {
      db.prepare('UPDATE roles SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL').run(by, at, id);
    },
    storeInvitation: (invited) =>
      Number(
        db
          .prepare(
            'INSERT INTO invitations (token_hash, email, role, scope, until, given_by, given_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          )
          .run(
            invited.tokenHash,
            invited.email,
            invited.role,
            invited.scope,
            invited.until,
            invited.givenBy,
            invited.givenAt,
            invited.expiresAt,
          ).lastInsertRowid,
      ),
    useInvitation: (hash, at) =>
      db
        .prepare('UPDATE invitations SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > ?')
        .run(at, hash, at).changes === 1,
    withdrawInvitation: (id, at) => {
      db.prepare('UPDATE invitations SET withdrawn_at = ? WHERE id = ? AND used_at IS NULL AND withdrawn_at IS NULL').run(at, id);
    },
    requestPassword: (user, at) => {
      db.prepare('INSERT INTO password_requests (user_id, at) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET at = excluded.at').run(
        user,
        at,
      );
    },
    answerPasswordRequest: (user) => {
      db.prepare('DELETE FROM password_requests WHERE user_id = ?').run(user);
    },
  };
}
