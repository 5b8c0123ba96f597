// Texts and companies as integers: each is written once and found again.
import type { Database } from 'better-sqlite3';
import { hashText } from '../domain/hash.ts';
import { nameKey } from '../domain/identity.ts';
import type { CompanyNames } from '../domain/identity.ts';

/** Enough for the words of a national programme; beyond it the oldest knowledge is dropped and read again. */
const REMEMBERED = 200_000;

export class TextIds {
  readonly #find;
  readonly #add;
  readonly #known = new Map<string, number>();
  constructor(db: Database) {
    this.#find = db.prepare<[string], number>('SELECT id FROM texts WHERE text = ?').pluck();
    this.#add = db.prepare<[string]>('INSERT INTO texts (text) VALUES (?)');
  }
  /** The text's id; written when it is new, so within a transaction. */
  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const id = this.#find.get(text) ?? Number(this.#add.run(text).lastInsertRowid);
    if (this.#known.size > REMEMBERED) this.#known.clear();
    this.#known.set(text, id);
    return id;
  }
}

/** Texts by id, for reading. */
export class Texts {
  readonly #find;
  readonly #known = new Map<number, string>();
  constructor(db: Database) {
    this.#find = db.prepare<[number], string>('SELECT text FROM texts WHERE id = ?').pluck();
  }
  of(id: number): string {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const text = this.#find.get(id);
    if (text === undefined) throw new RangeError(`no text ${id}`);
    if (this.#known.size > REMEMBERED) this.#known.clear();
    this.#known.set(id, text);
    return text;
  }
}

/** Where companies' names are kept, and new companies made. */
export type CompanyBook = {
  /** The company of `org:NUMBER` or `name:NAME|MUNICIPALITY`. */
  readonly find: (key: string) => number | undefined;
  /** Companies with a key that begins so; two are enough to know that it is not one alone. */
  readonly begins: (prefix: string) => readonly number[];
  readonly hasNumber: (id: number) => boolean;
  /** Keeps what the key says already. */
  readonly add: (key: string, id: number) => void;
  readonly make: (names: CompanyNames) => number;
};

/**
 * Finds or makes the company of a row. The organisation number decides. A row without one joins the company of its name and municipality; a
 * company known only by name gets the number that a row of the same name and municipality brings. A municipality that is not stated contradicts
 * none, as long as the name is one company's alone.
 */
export function companyIn(book: CompanyBook, names: CompanyNames): number {
  const byNumber = names.orgNumber === null ? undefined : book.find(`org:${names.orgNumber}`);
  const nameText = `name:${nameKey(names.name, names.municipality)}`;
  const known = byNumber ?? named(book, names, nameText);
  // A company of the same name with another number is another company.
  const takes = known !== undefined && (byNumber !== undefined || names.orgNumber === null || !book.hasNumber(known));
  const id = takes ? known : book.make(names);
  if (names.orgNumber !== null) book.add(`org:${names.orgNumber}`, id);
  book.add(nameText, id);
  return id;
}

function named(book: CompanyBook, names: CompanyNames, exact: string): number | undefined {
  const known = book.find(exact);
  if (known !== undefined) return known;
  const bare = `name:${nameKey(names.name, null)}`;
  if (names.municipality !== null) return book.find(bare);
  const all = new Set(book.begins(bare));
  return all.size === 1 ? all.values().next().value : undefined;
}

/** The book of the database, for the import that writes. */
export class CompanyIds {
  readonly #addKey;
  readonly #add;
  readonly #hasKey;
  readonly #publicId;
  readonly #read;
  constructor(db: Database) {
    this.#read = readCompanyKeys(db, false);
    this.#addKey = db.prepare<[string, number, number]>('INSERT OR IGNORE INTO company_keys (key, company_id, import_id) VALUES (?, ?, ?)');
    this.#add = db.prepare<[string]>('INSERT INTO companies (public_id) VALUES (?)');
    this.#hasKey = db.prepare<[number], number>('SELECT 1 FROM company_keys WHERE company_id = ? LIMIT 1').pluck();
    this.#publicId = db.prepare<[string], number>('SELECT id FROM companies WHERE public_id = ?').pluck();
  }

  of(names: CompanyNames, importId: number): number {
    const add = (key: string, id: number): void => void this.#addKey.run(key, id, importId);
    return companyIn({ ...this.#read, add, make: (made) => this.#make(made) }, names);
  }
  #make(names: CompanyNames): number {
    const wanted = names.orgNumber ?? `c${hashText(nameKey(names.name, names.municipality)).toString(36)}`;
    let publicId = wanted;
    for (let n = 2; ; n++) {
      const taken = this.#publicId.get(publicId);
      if (taken === undefined) break;
      // Left by a discarded import, whose names are forgotten: it is nobody's.
      if (this.#hasKey.get(taken) === undefined) return taken;
      publicId = `${wanted}-${n}`;
    }
    return Number(this.#add.run(publicId).lastInsertRowid);
  }
}

/** `lasting`: only keys that no staged or discarded import brought, which are the ones that an import would find when it begins. */
export function readCompanyKeys(db: Database, lasting: boolean): Pick<CompanyBook, 'find' | 'begins' | 'hasNumber'> {
  const lasts = lasting ? "AND import_id NOT IN (SELECT id FROM imports WHERE state IN ('staged', 'discarded'))" : '';
  const find = db.prepare<[string], number>(`SELECT company_id FROM company_keys WHERE key = ? ${lasts}`).pluck();
  const begins = db
    .prepare<[string, string], number>(`SELECT DISTINCT company_id FROM company_keys WHERE key >= ? AND key < ? ${lasts} LIMIT 2`)
    .pluck();
  const hasNumber = db
    .prepare<[number], number>(`SELECT 1 FROM company_keys WHERE company_id = ? AND key >= 'org:' AND key < 'org;' ${lasts}`)
    .pluck();
  return {
    find: (key) => find.get(key),
    begins: (prefix) => begins.all(prefix, `${prefix}\u{10ffff}`),
    hasNumber: (id) => hasNumber.get(id) !== undefined,
  };
}
