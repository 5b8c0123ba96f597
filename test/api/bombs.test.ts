// Small files that want to become large ones: refused in a sentence, whatever their directory promises, and the server goes on.
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer } from './aServer.ts';
import type { TestServer } from './aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

type Part = { readonly name: string; readonly content: Buffer; readonly promised: number };
/** A zip archive whose directory promises what it likes. */
function archive(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, promised } of parts) {
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(promised, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(promised, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, label, packed);
    directory.push(entry, label);
    at += local.length + label.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}
const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0"?>${text}`);
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const workbook = (sheet: Buffer, promised: number): Uint8Array =>
  archive(
    [
      { name: '[Content_Types].xml', content: xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') },
      { name: '_rels/.rels', content: xml(`<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
      { name: 'xl/workbook.xml', content: xml('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>') },
      { name: 'xl/_rels/workbook.xml.rels', content: xml(`<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`) },
    ]
      .map((part) => ({ ...part, promised: part.content.length }))
      .concat([{ name: 'xl/worksheets/sheet1.xml', content: sheet, promised }]),
  ); // prettier-ignore

const HEAD =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>';
const big = Buffer.concat([xml(HEAD), Buffer.alloc(230 * 1024 * 1024, 'x'), Buffer.from('</t></is></c></row></sheetData></worksheet>')]);

describe('a workbook of a few hundred kilobytes that unpacks to hundreds of megabytes', () => {
  it.each([
    ['and says so', big.length],
    ['and says that it is small', 5_000],
    ['and says nothing', 0],
  ])('is refused: %s', async (_what, promised) => {
    const content = workbook(big, promised);
    expect(content.length).toBeLessThan(2_000_000);
    const response = await server.send('preview', { query: { cluster: 'Klynge' }, file: { name: 'bombe.xlsx', content } });
    const text = await response.text();
    expect(text).not.toMatch(/node_modules|\bat \S+ \(/);
    const preview = await server.settled(JSON.parse(text) as Awaited<ReturnType<TestServer['previewed']>>);
    expect(preview.file).toMatchObject({ outcome: 'refuse', rows_ok: 0 });
    expect(preview.file.messages[0]?.text.length).toBeGreaterThan(20);
    expect((await server.ask('health')).ok).toBe(true);
  });

  it('is refused where its entities would breed', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const sheet = xml(`${entities}${HEAD}Bedrift &b;&c;</t></is></c></row></sheetData></worksheet>`);
    const response = await server.send('preview', {
      query: { cluster: 'Klynge' },
      file: { name: 'entiteter.xlsx', content: workbook(sheet, sheet.length) },
    });
    const text = await response.text();
    expect(text).not.toContain('root:');
    expect(text).not.toContain('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
  });
});
it('reported no fault of its own in all of this', () => expect(server.reported).toEqual([]));
