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

/**
 * Finds or makes the company of a row. The organisation number decides. A row without one joins the company of its name and municipality; a
 * company known only by name gets the number that a row of the same name and municipality brings. A municipality that is not stated contradicts
 * none, as long as the name is one company's alone.
 */
export class CompanyIds {
  readonly #key;
  readonly #addKey;
  readonly #add;
  readonly #hasNumber;
  readonly #hasKey;
  readonly #byName;
  readonly #publicId;
  constructor(db: Database) {
    this.#key = db.prepare<[string], number>('SELECT company_id FROM company_keys WHERE key = ?').pluck();
    this.#addKey = db.prepare<[string, number, number]>('INSERT OR IGNORE INTO company_keys (key, company_id, import_id) VALUES (?, ?, ?)');
    this.#add = db.prepare<[string]>('INSERT INTO companies (public_id) VALUES (?)');
    this.#hasNumber = db
      .prepare<[number], number>("SELECT 1 FROM company_keys WHERE company_id = ? AND key >= 'org:' AND key < 'org;'")
      .pluck();
    this.#hasKey = db.prepare<[number], number>('SELECT 1 FROM company_keys WHERE company_id = ? LIMIT 1').pluck();
    this.#byName = db
      .prepare<[string, string], number>('SELECT DISTINCT company_id FROM company_keys WHERE key >= ? AND key < ? LIMIT 2')
      .pluck();
    this.#publicId = db.prepare<[string], number>('SELECT id FROM companies WHERE public_id = ?').pluck();
  }

  of(names: CompanyNames, importId: number): number {
    const byNumber = names.orgNumber === null ? undefined : this.#key.get(`org:${names.orgNumber}`);
    const nameText = `name:${nameKey(names.name, names.municipality)}`;
    const named = byNumber ?? this.#named(names);
    // A company of the same name with another number is another company.
    const takes = named !== undefined && (byNumber !== undefined || names.orgNumber === null || this.#hasNumber.get(named) === undefined);
    const id = takes ? named : this.#make(names);
    if (names.orgNumber !== null) this.#addKey.run(`org:${names.orgNumber}`, id, importId);
    this.#addKey.run(nameText, id, importId);
    return id;
  }
  #named(names: CompanyNames): number | undefined {
    const exact = this.#key.get(`name:${nameKey(names.name, names.municipality)}`);
    if (exact !== undefined) return exact;
    const bare = `name:${nameKey(names.name, null)}`;
    if (names.municipality !== null) return this.#key.get(bare);
    const all = this.#byName.all(bare, `${bare}\u{10ffff}`);
    return all.length === 1 ? all[0] : undefined;
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
