// What can be wrong with a table of streams, as sentences: where, what was found, what was expected, how to repair it.

export type PinchProblem = {
  readonly code: PinchProblemCode;
  /** The file's line on which the row begins; null: the file as a whole. */
  readonly line: number | null;
  /** Column, null where the row or the file is meant. */
  readonly header: string | null;
  readonly found: string | null;
  readonly text: { readonly nb: string; readonly en: string };
};

type Place = { readonly line?: number; readonly header?: string; readonly found?: string; readonly other?: string };
type Template = (place: Required<Place>) => { readonly nb: string; readonly en: string };

export const PINCH_PROBLEMS = {
  'file.empty': () => ({
    nb: 'Filen har ingen strømmer. Skriv én rad per strøm under overskriftene.',
    en: 'The file has no streams. Write one row a stream under the headers.',
  }),
  'file.malformed': ({ found }) => ({
    nb: `Filen er ikke kommadelt tekst: ${found}. Sett doble anførselstegn rundt celler med komma, og lukk dem.`,
    en: `The file is not comma-separated text: ${found}. Put double quotes around cells with a comma, and close them.`,
  }),
  'file.encoding': ({ found }) => ({
    nb: `Filen er ikke UTF-8: «${found}» har tegn som ikke lar seg lese. Lagre den som CSV UTF-8.`,
    en: `The file is not UTF-8: "${found}" has characters that cannot be read. Save it as CSV UTF-8.`,
  }),
  'header.missing': ({ header, found }) => ({
    nb: `Kolonnen ${header} mangler; funnet: ${found}. Legg den til i første rad.`,
    en: `The column ${header} is missing; found: ${found}. Add it to the first row.`,
  }),
  'header.repeated': ({ header }) => ({
    nb: `Kolonnen ${header} står flere ganger. La den stå én gang.`,
    en: `The column ${header} stands more than once. Leave it once.`,
  }),
  'row.cells': ({ found, other }) => ({
    nb: `Raden har ${found} celler, overskriften har ${other}. Tall skrives med desimalpunktum, ikke komma.`,
    en: `The row has ${found} cells, the header has ${other}. Numbers take a decimal point, not a comma.`,
  }),
  'cell.empty': ({ header }) => ({ nb: `${header} er tom. Fyll den ut.`, en: `${header} is empty. Fill it in.` }),
  'number.unreadable': ({ header, found }) => ({
    nb: `${header} er «${found}», som ikke er et tall. Skriv et tall med desimalpunktum, uten enhet.`,
    en: `${header} is "${found}", which is no number. Write a number with a decimal point, without a unit.`,
  }),
  'temperature.impossible': ({ header, found }) => ({
    nb: `${header} er ${found} °C, under det absolutte nullpunkt (-273,15 °C). Rett temperaturen.`,
    en: `${header} is ${found} °C, below absolute zero (-273.15 °C). Correct the temperature.`,
  }),
  'number.negative': ({ header, found }) => ({
    nb: `${header} er ${found}; den kan ikke være negativ. Retningen følger av temperaturene: skriv størrelsen uten fortegn.`,
    en: `${header} is ${found}; it cannot be negative. The temperatures tell the direction: write the size without a sign.`,
  }),
  'heat.missing': () => ({
    nb: 'Verken heat_kw eller cp_kw_per_k er oppgitt. Skriv en av dem.',
    en: 'Neither heat_kw nor cp_kw_per_k is stated. Write one of them.',
  }),
  'heat.cpZero': () => ({
    nb: 'cp_kw_per_k er 0, så strømmen har ingen varme. Skriv varmekapasiteten, eller heat_kw.',
    en: 'cp_kw_per_k is 0, so the stream has no heat. Write the heat capacity flow, or heat_kw.',
  }),
  'heat.noSpan': ({ found }) => ({
    nb: `Strømmen står stille på ${found} °C, så cp_kw_per_k gir ingen varme. Skriv heat_kw.`,
    en: `The stream stays at ${found} °C, so cp_kw_per_k gives no heat. Write heat_kw.`,
  }),
  'heat.contradiction': ({ found, other }) => ({
    nb: `heat_kw er ${found}, men cp_kw_per_k ganger temperaturspennet er ${other} kW. Rett den ene, eller la den stå tom.`,
    en: `heat_kw is ${found}, but cp_kw_per_k times the temperature span is ${other} kW. Correct one of them, or leave it empty.`,
  }),
  'kind.unknown': ({ found }) => ({ nb: `kind er «${found}». Skriv hot eller cold.`, en: `kind is "${found}". Write hot or cold.` }),
  'kind.missing': ({ found }) => ({
    nb: `supply_c og target_c er begge ${found} °C, så retningen er ukjent. Skriv hot (kondenserer) eller cold (koker) i kind.`,
    en: `supply_c and target_c are both ${found} °C, so the direction is unknown. Write hot (condenses) or cold (boils) in kind.`,
  }),
  'kind.contradiction': ({ found, other }) => ({
    nb: `kind er ${found}, men temperaturen går ${other}. Rett kind, eller bytt om supply_c og target_c.`,
    en: `kind is ${found}, but the temperature goes ${other}. Correct kind, or swap supply_c and target_c.`,
  }),
  'optional.unknown': ({ found }) => ({
    nb: `optional er «${found}». Skriv yes eller no.`,
    en: `optional is "${found}". Write yes or no.`,
  }),
  'dtmin.impossible': ({ found }) => ({
    nb: `--dtmin er ${found}. Skriv en temperaturforskjell i K, 0 eller mer.`,
    en: `--dtmin is ${found}. Write a temperature difference in K, 0 or more.`,
  }),
} as const satisfies Record<string, Template>;

export type PinchProblemCode = keyof typeof PINCH_PROBLEMS;

export function pinchProblem(code: PinchProblemCode, place: Place = {}): PinchProblem {
  const template: Template = PINCH_PROBLEMS[code];
  const { line = 0, header = '', found = '', other = '' } = place;
  return {
    code,
    line: place.line ?? null,
    header: place.header ?? null,
    found: place.found ?? null,
    text: template({ line, header, found, other }),
  };
}
