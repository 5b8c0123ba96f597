import { describe, expect, it } from 'vitest';
import { pinchFile, pinchPrinted, type PinchAnswer } from '../../server/tasks/pinchFile.ts';
import { PINCH_PROBLEMS, type PinchProblemCode } from '../../server/tasks/pinchProblems.ts';
import { heatOf, pinchProblems, siteProblems } from '../heat/referenceProblems.ts';

const HEADER = 'company,stream,supply_c,target_c,heat_kw,cp_kw_per_k,kind,dt_contribution_k,optional';
const answerOf = (rows: string, dtmin = 10): PinchAnswer => {
  const result = pinchFile(`${HEADER}\n${rows}`, { dtmin });
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.text.en).join('\n'));
  return result.answer;
};
const problemsOf = (rows: string, header = HEADER) => {
  const result = pinchFile(`${header}\n${rows}`);
  return result.ok ? [] : result.problems.map(({ code, line, header: column, found }) => ({ code, line, column, found }));
};

describe('a table of streams', () => {
  it.each([...pinchProblems, ...siteProblems])('answers $name with CP or with heat alike', ({ streams, dtmin, expected }) => {
    const rows = (withCp: boolean): string =>
      streams
        .map((one) => {
          const span = Math.abs(one.ts - one.tt);
          const heat = withCp && span > 0 ? `,${one.cp ?? heatOf(one) / span}` : `${heatOf(one)},`;
          return [one.zone ?? 'A', one.name, one.ts, one.tt, heat, one.kind ?? '', one.dt_cont ?? '', ''].join(',');
        })
        .join('\n');
    for (const answer of [answerOf(rows(true), dtmin), answerOf(rows(false), dtmin)]) {
      const pooled = 'pooled' in expected ? expected.pooled : expected;
      expect(Math.abs(answer.hot_utility_kw - pooled.qh_min)).toBeLessThanOrEqual(expected.tol_q);
      expect(Math.abs(answer.cold_utility_kw - pooled.qc_min)).toBeLessThanOrEqual(expected.tol_q);
      if ('kind' in expected) expect(answer.kind).toBe(expected.kind);
      if ('sharing_potential' in expected)
        expect(Math.abs(answer.sharing_potential_kw - expected.sharing_potential)).toBeLessThanOrEqual(expected.tol_q);
    }
  });

  it('prints the classic four streams as other tools expect them', () =>
    expect(answerOf('A,C1,20,135,,2,,,\nA,H2,170,60,,3,,,\nA,C3,80,140,,4,,,\nA,H4,150,30,,1.5,,,')).toEqual({
      hot_utility_kw: 20,
      cold_utility_kw: 60,
      recovery_kw: 450,
      kind: 'pinch',
      pinches: [{ shifted_c: 85, hot_c: 90, cold_c: 80 }],
      companies: { A: { hot_utility_kw: 20, cold_utility_kw: 60, recovery_kw: 450 } },
      sharing_potential_kw: 0,
    }));

  it('takes rows of one name that join end to end, and rows of one name that do not, each with its heat', () =>
    expect(
      answerOf('A,steam,180,140,40,,,,\nA,steam,140,140,800,,hot,,\nA,steam,140,80,90,,,,\nA,water,20,130,660,,,,\nA,water,60,170,220,,,,'),
    ).toMatchObject({
      hot_utility_kw: 40,
      cold_utility_kw: 90,
      pinches: [{ shifted_c: 135, hot_c: 140, cold_c: 130 }],
    }));

  it('lets an optional stream stay warm', () =>
    expect(answerOf('A,gas,300,120,500,,,,yes\nB,water,20,60,80,,,,no')).toMatchObject({
      hot_utility_kw: 0,
      cold_utility_kw: 0,
      recovery_kw: 80,
      sharing_potential_kw: 80,
    }));

  it('reads a file with byte-order mark, CRLF, quotes, capitals in headers and blank lines, and tells the columns nobody reads', () => {
    const text = '\uFEFFCompany,Stream,Supply_C,Target_C,Heat_kW,note\r\n"Å, B",H,90,40,100,x\r\n\r\n"Å, B",C,20,60,80,\r\n';
    const result = pinchFile(text, { dtmin: 10 });
    expect(result).toMatchObject({
      ok: true,
      ignored: ['note'],
      answer: { companies: { 'Å, B': { hot_utility_kw: 0, cold_utility_kw: 20 } } },
    });
  });

  it('prints the answer alone, or no figure at all beside the problems', () => {
    const answer = pinchPrinted(pinchFile(`${HEADER}\nA,H,90,40,100,,,,`));
    expect(Object.keys(answer)).toEqual([
      'hot_utility_kw',
      'cold_utility_kw',
      'recovery_kw',
      'kind',
      'pinches',
      'companies',
      'sharing_potential_kw',
    ]);
    expect(pinchPrinted(pinchFile(`${HEADER}\nA,H,90,40,-1,,,,`))).toMatchObject({
      hot_utility_kw: null,
      companies: null,
      problems: [{ code: 'number.negative', line: 2 }],
    });
  });

  it('takes a file of one unnamed company', () => expect(answerOf(',H,90,40,100,,,,\n,C,20,60,80,,,,').hot_utility_kw).toBe(0));
});

describe('what a table gets wrong is told with line, column and repair, and nothing is computed', () => {
  const WRONG: Record<
    Exclude<
      PinchProblemCode,
      'file.empty' | 'file.malformed' | 'file.encoding' | 'header.missing' | 'header.repeated' | 'dtmin.impossible'
    >,
    [string, number, string | null]
  > = {
    'row.cells': ['A,H,90,40,1,5,,,,\n', 2, null],
    'cell.empty': ['A,H,,40,100,,,,', 2, 'supply_c'],
    'number.unreadable': ['A,H,90,40,"1,5",,,,', 2, 'heat_kw'],
    'temperature.impossible': ['A,H,-300,40,100,,,,', 2, 'supply_c'],
    'number.negative': ['A,H,90,40,-100,,,,', 2, 'heat_kw'],
    'heat.missing': ['A,H,90,40,,,,,', 2, null],
    'heat.cpZero': ['A,H,90,40,,0,,,', 2, 'cp_kw_per_k'],
    'heat.noSpan': ['A,H,90,90,,3,hot,,', 2, 'cp_kw_per_k'],
    'heat.contradiction': ['A,H,90,40,100,5,,,', 2, 'heat_kw'],
    'kind.unknown': ['A,H,90,40,100,,warm,,', 2, 'kind'],
    'kind.missing': ['A,H,90,90,100,,,,', 2, 'kind'],
    'kind.contradiction': ['A,H,40,90,100,,hot,,', 2, 'kind'],
    'optional.unknown': ['A,H,90,40,100,,,,perhaps', 2, 'optional'],
  };
  it.each(Object.entries(WRONG))('%s', (code, [rows, line, column]) =>
    expect(problemsOf(rows)).toEqual([expect.objectContaining({ code, line, column })]),
  );

  it('reports every row at once, and lines after a quoted line break as an editor shows them', () =>
    expect(problemsOf('A,"two\nlines",90,40,-1,,,,\n\nA,H,x,40,100,,,,').map(({ code, line }) => [code, line])).toEqual([
      ['number.negative', 2],
      ['number.unreadable', 5],
    ]));

  it('wants the header, each column once, and a row', () => {
    expect(problemsOf('A,90,40,1', 'company,supply_c,target_c,heat_kw')).toMatchObject([{ code: 'header.missing', column: 'stream' }]);
    expect(problemsOf('A,H,90,40', 'company,stream,supply_c,target_c')).toMatchObject([
      { code: 'header.missing', column: 'heat_kw | cp_kw_per_k' },
    ]);
    expect(problemsOf('A,H,90,40,1,1', 'company,stream,supply_c,target_c,heat_kw,heat_kw')).toMatchObject([{ code: 'header.repeated' }]);
    expect(problemsOf('')).toMatchObject([{ code: 'file.empty' }]);
    expect(pinchFile('')).toMatchObject({ ok: false, problems: [{ code: 'file.empty' }] });
    expect(problemsOf('A,"H,90')).toMatchObject([{ code: 'file.malformed' }]);
    expect(pinchFile(HEADER, { dtmin: -1 })).toMatchObject({ ok: false, problems: [{ code: 'dtmin.impossible' }] });
  });

  it('asks for UTF-8 where a name cannot be read, and makes no company of what is left of it', () => {
    const ansi = Buffer.from(`${HEADER}\nB,C,20,60,80,,,,\nÅlesund,H,90,40,100,,,,`, 'latin1').toString('utf8');
    expect(pinchFile(ansi)).toMatchObject({ ok: false, problems: [{ code: 'file.encoding', line: 3, found: '\uFFFDlesund' }] });
    const wide = Buffer.from(`\uFEFF${HEADER}\nB,C,20,60,80,,,,`, 'utf16le').toString('utf8');
    expect(pinchFile(wide)).toMatchObject({ ok: false, problems: [{ code: 'file.encoding', line: 1 }] });
  });

  it('has a sentence in both languages for every code', () => {
    for (const template of Object.values(PINCH_PROBLEMS)) {
      const { nb, en } = template({ line: 2, header: 'kind', found: 'x', other: 'y' });
      expect(nb).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
    }
  });
});
