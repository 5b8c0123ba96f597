// What each command does, in bokmål; commands.ts holds the English beside the command. A test finds the one that is missing.
export const HELP_NB: Readonly<Record<string, string>> = {
  start: 'Det npm start kjører: sidene, på din egen database eller, der det ikke er noen, på demoklyngen.',
  serve:
    'Viser sidene og API-et, lager databasen når den mangler, og skriver adressen. Med --accounts, eller på en annen vert enn denne maskinen, logger alle inn. Med --backups legges hele kopier i den mappen. Med --log går forespørsler og sikkerhetshendelser til standard feil som JSON-linjer.',
  import: 'Importerer kartlegginger (CSV, Excel) og tabeller over utvekslinger; sier hva det ble av hver rad.',
  imports: 'Lister det som er importert, nyeste først.',
  undo: 'Gjenoppretter nøyaktig det som var lagret før en import.',
  match: 'Kobler overskudd til behov, best først, med begrunnelse, mengde, penger og CO2e. Med to filer åpnes ingen database.',
  allocate: 'Deler ut hvert overskudd én gang, best for hele klyngen. Med to filer åpnes ingen database.',
  pinch: 'Varmemål for strømmer: tilførsel, gjenvinning, alle pincher, og hva deling mellom bedrifter kan spare.',
  heat: 'Varmen i en klynge: delingspotensial, par, måneder.',
  export: 'Skriver en klynge som CSV som kan importeres igjen til de samme dataene.',
  check: 'Kontrollerer databasen: hel, i samsvar med seg selv, ingenting halvgjort.',
  backup: 'Kopierer databasen, også mens den er i bruk.',
  restore: 'Henter en sikkerhetskopi tilbake til en ny fil; skriver aldri over noe.',
  demo: 'Lager demo.db på nytt med demoklyngen.',
};
