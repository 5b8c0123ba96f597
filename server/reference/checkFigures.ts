// Are factors and the heat tables possible numbers in an order that holds?
import type { Report } from './problem.ts';
import type { Tables } from './readTables.ts';

/** Units whose figures cannot lie outside these ends. */
const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  '%': [0, 110],
  '°C': [-60, 400],
  'h/y': [0, 8760],
  'h/år': [0, 8760],
  'kg/tkm': [0, 2],
  'kg/kWh': [0, 1],
};

export function checkFigures(tables: Tables, report: Report): void {
  for (const file of ['factors.csv', 'heat.csv'] as const)
    for (const { line, row } of tables[file]) {
      const wrong = (column: string, found: string, expected: string): void => report({ file, line, column, found, expected });
      if (row.low > row.value) wrong('low', String(row.low), `at most ${row.value}`);
      if (row.high < row.value) wrong('high', String(row.high), `at least ${row.value}`);
      if (row.year < 1970 || row.year > 2035) wrong('year', String(row.year), 'a year from 1970 to 2035');
      const span = SPANS[row.unit];
      if (span !== undefined && (row.low < span[0] || row.high > span[1]))
        wrong('value', `${row.low} to ${row.high} ${row.unit}`, `inside ${span[0]} to ${span[1]}`);
    }

  const ids = new Set(tables['factors.csv'].map(({ row }) => row.id));
  for (const { line, row } of tables['heat.csv'])
    if (ids.has(row.id)) report({ file: 'heat.csv', line, column: 'id', found: row.id, expected: 'an id that factors.csv does not use' });

  rising(
    'pipes.csv',
    tables['pipes.csv'].map(({ line, row }) => ({
      line,
      of: row.dn,
      columns: { bore_mm: row.bore_mm, jacket_mm: row.jacket_mm, velocity_m_s: row.velocity_m_s },
    })),
    report,
  );
  rising(
    'steam.csv',
    tables['steam.csv'].map(({ line, row }) => ({
      line,
      of: row.bar_abs,
      columns: { saturation_c: row.saturation_c, evaporation_kj_kg: -row.evaporation_kj_kg },
    })),
    report,
  );
  checkDegreeDays(tables, report);
}

type Step = { readonly line: number; readonly of: number; readonly columns: Readonly<Record<string, number>> };

function rising(file: string, steps: readonly Step[], report: Report): void {
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    if (before === undefined) return;
    if (step.of <= before.of)
      report({ file, line: step.line, column: null, found: String(step.of), expected: `more than ${before.of}, rows rise` });
    for (const [column, value] of Object.entries(step.columns))
      if (value <= (before.columns[column] ?? -Infinity))
        report({ file, line: step.line, column, found: String(Math.abs(value)), expected: 'a figure that goes on in the same direction' });
  });
}

function checkDegreeDays(tables: Tables, report: Report): void {
  const file = 'degree-days.csv';
  const places = new Map<string, { months: number; share: number; line: number }>();
  for (const { line, row } of tables[file]) {
    const place = places.get(row.place) ?? { months: 0, share: 0, line };
    places.set(row.place, place);
    place.months += 1;
    place.share += row.share_percent;
    if (row.month !== place.months) report({ file, line, column: 'month', found: String(row.month), expected: String(place.months) });
  }
  for (const [name, { months, share, line }] of places) {
    if (months !== 12) report({ file, line, column: 'month', found: `${months} months of ${name}`, expected: '12' });
    if (Math.abs(share - 100) > 0.5) report({ file, line, column: 'share_percent', found: share.toFixed(1), expected: '100 in the year' });
  }
}
