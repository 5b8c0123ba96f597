// What the table layer has to say, in both languages. Placeholders: {line} {column} {header} {found} {sheet} of the message itself, others from its values.

type Template = { readonly nb: string; readonly en: string };

export const TABLE_MESSAGES = {
  'table.empty': {
    nb: 'Filen er tom: ingen tegn utenom mellomrom og linjeskift. Åpne den i programmet den kom fra, og lagre på nytt.',
    en: 'The file is empty: nothing in it but spaces and line breaks. Open it in the program it came from and save it again.',
  },
  'table.kind': {
    nb: 'Innholdet er {kind}, ikke en tabell. Ventet CSV eller Excel (.xlsx). {repair}',
    en: 'The content is {kindEn}, not a table. Expected CSV or Excel (.xlsx). {repairEn}',
  },
  'table.kind.xls': {
    nb: 'Filen er en gammel Excel-bok (.xls) eller en passordbeskyttet arbeidsbok. Åpne den i Excel, fjern eventuelt passord, og velg Lagre som «Excel-arbeidsbok (.xlsx)» eller «CSV UTF-8».',
    en: 'The file is an old Excel workbook (.xls) or a password-protected one. Open it in Excel, remove any password, and use Save as “Excel workbook (.xlsx)” or “CSV UTF-8”.',
  },
  'table.kind.html': {
    nb: 'Filen er en nettside (HTML) med endelsen til en tabell. Åpne den i Excel og velg Lagre som «Excel-arbeidsbok (.xlsx)» eller «CSV UTF-8».',
    en: 'The file is a web page (HTML) with a table’s file name. Open it in Excel and use Save as “Excel workbook (.xlsx)” or “CSV UTF-8”.',
  },
  'table.kind.binary': {
    nb: 'Filen inneholder binære data (styretegn og nulltegn på {share} % av plassene), ikke tekst. Ventet CSV eller Excel (.xlsx). Eksporter tabellen på nytt.',
    en: 'The file holds binary data (control and null characters in {share} % of its places), not text. Expected CSV or Excel (.xlsx). Export the table again.',
  },
  'table.encoding.unknown': {
    nb: 'Tegnsettet «{found}» er ukjent. Velg ett av: {expected}.',
    en: 'The encoding “{found}” is unknown. Choose one of: {expected}.',
  },
  'table.encoding.utf32': {
    nb: 'Filen er lagret som UTF-32, som ikke leses. Lagre den på nytt som UTF-8.',
    en: 'The file is saved as UTF-32, which is not read. Save it again as UTF-8.',
  },
  'table.encoding.line': {
    nb: 'Linje {line} er ikke gyldig UTF-8 slik resten av filen er; den er lest som windows-1252 (tegnsett/encoding): «{found}». Se over æ, ø og å på linjen.',
    en: 'Line {line} is not valid UTF-8 as the rest of the file is; it was read as windows-1252 (encoding): “{found}”. Check æ, ø and å on that line.',
  },
  'table.encoding.mark': {
    nb: 'Linje {line} begynner med et usynlig filmerke (BOM), som når filer er satt sammen. Merket er utelatt.',
    en: 'Line {line} begins with an invisible file mark (BOM), as when files are put together. The mark was left out.',
  },
  'table.encoding.guess': {
    nb: 'Tegnsettet er antatt å være {encoding}, ut fra hvordan æ, ø og å er skrevet. Velg et annet tegnsett hvis bokstavene ser feil ut.',
    en: 'The encoding was taken to be {encoding}, judged by how æ, ø and å are written. Choose another encoding if letters look wrong.',
  },
  'table.text.garbled': {
    nb: 'Linje {line} ser ut til å være lagret med feil tegnsett en gang før (dobbeltkodet): «{found}» skulle trolig vært «{expected}». Teksten er beholdt som den står; rett den i kilden, eller bekreft.',
    en: 'Line {line} seems to have been saved in a wrong encoding once before (double-encoded): “{found}” was probably “{expected}”. The text is kept as it stands; correct it at the source or confirm.',
  },
  'table.text.ungarbled': {
    nb: 'Linje {line}: filen er lagret med feil tegnsett en gang før (dobbeltkodet, encoding). «{found}» er lest som «{expected}». Se over bokstavene; lagre kilden som UTF-8 neste gang.',
    en: 'Line {line}: the file was saved in a wrong encoding once before (double-encoded). “{found}” was read as “{expected}”. Check the letters; save the source as UTF-8 next time.',
  },
  'table.text.replaced': {
    nb: 'Linje {line} inneholder erstatningstegnet «�»: en bokstav (ofte æ, ø eller å) gikk tapt før filen kom hit: «{found}». Hent filen på nytt med riktig tegnsett (encoding).',
    en: 'Line {line} holds the replacement character “�”: a letter (often æ, ø or å) was lost before the file came here: “{found}”. Fetch the file again in the right encoding.',
  },
  'table.text.control': {
    nb: 'Linje {line} inneholder et styretegn eller nulltegn (null / NUL, {code}) i «{found}». Verdien er lest uten det, og cellen er beholdt som den står; fjern tegnet i kilden.',
    en: 'Line {line} holds a control or null character (NUL, {code}) in “{found}”. The value was read without it and the cell is kept as it stands; remove the character at the source.',
  },
  'table.text.invisible': {
    nb: 'Linje {line}, {header}: «{found}» inneholder et usynlig tegn ({code}). Verdien er lest uten det, og cellen er beholdt som den står.',
    en: 'Line {line}, {header}: “{found}” holds an invisible character ({code}). The value was read without it and the cell is kept as it stands.',
  },
  'table.header.none': {
    nb: 'Ingen linje med kjente kolonnenavn (overskrifter / header) ble funnet blant de første {lines} linjene. Linje {line} er: «{found}». Ventet navn som Bedrift, Retning, Ressurs, Mengde, Enhet. Oppgi hvilken linje overskriften står på, eller legg inn en overskriftslinje.',
    en: 'No line with known column names (header) was found among the first {lines} lines. Line {line} reads: “{found}”. Expected names such as Company, Direction, Resource, Quantity, Unit. Say which line holds the header, or add a header line.',
  },
  'table.header.line': {
    nb: 'Det finnes ingen linje {wanted} som kan være overskrift; filen har {lines} linjer med innhold. Oppgi en annen linje.',
    en: 'There is no line {wanted} that could be the header; the file has {lines} lines with content. Give another line.',
  },
  'table.header.above': {
    nb: 'Linje {line} står over overskriften (header, linje {first}) og er ikke lest som rad: «{found}». Flytt raden under overskriften, eller oppgi hvilken linje overskriften står på.',
    en: 'Line {line} stands above the header (line {first}) and was not read as a row: “{found}”. Move the row below the header, or say which line holds the header.',
  },
  'table.header.repeated': {
    nb: 'Linje {line} er en ny overskrift (header) med andre kolonner enn linje {first}, etter de første {sample} radene: «{found}». Radene under den er ikke lest som flyter. Del filen i to, én tabell i hver.',
    en: 'Line {line} is a new header with other columns than line {first}, past the first {sample} rows: “{found}”. The rows below it were not read as flows. Split the file in two, one table in each.',
  },
  'table.header.second': {
    nb: 'Linje {line} begynner en ny tabell med egne kolonner (overskrift/header): «{found}». Den leses for seg.',
    en: 'Line {line} begins another table with columns of its own (header): “{found}”. It is read by itself.',
  },
  'table.header.twice': {
    nb: 'Kolonnenavnet «{header}» står flere ganger (kolonne {columns}).',
    en: 'The column name “{header}” stands more than once (columns {columns}).',
  },
  'table.columns.many': {
    nb: 'Linje {line} har {count} kolonner; høyst {limit} leses. Trolig mangler linjeskift, eller skilletegnet er feil. Lagre filen på nytt, eller slett kolonnene som ikke trengs.',
    en: 'Line {line} has {count} columns; at most {limit} are read. Line breaks are probably missing, or the delimiter is wrong. Save the file again, or delete the columns that are not needed.',
  },
  'table.record.long': {
    nb: 'Linje {line} er lengre enn {limit} tegn og er ikke lest. Den begynner slik: «{found}». Trolig mangler linjeskift, skilletegn eller et avsluttende anførselstegn. Rett linjen og importer på nytt.',
    en: 'Line {line} is longer than {limit} characters and was not read. It begins: “{found}”. Line breaks, delimiters or a closing quote are probably missing. Correct the line and import again.',
  },
  'table.cell.long': {
    nb: 'Linje {line}, kolonne {column}: cellen har {count} tegn, mer enn de {limit} som Excel kan holde. Den er beholdt; se etter et anførselstegn som mangler.',
    en: 'Line {line}, column {column}: the cell has {count} characters, more than the {limit} that Excel can hold. It is kept; look for a missing quote.',
  },
  'table.noRecords': {
    nb: 'Filen har en overskrift (linje {line}), men ingen rader under. Ventet minst én rad med data.',
    en: 'The file has a header (line {line}) but no rows below it. Expected at least one row of data.',
  },
  'table.cells.few': {
    nb: 'Linje {line} har {count} celler; overskriften har {expected} kolonner. De manglende til høyre er lest som tomme. Se om et skilletegn mangler.',
    en: 'Line {line} has {count} cells (fields); the header has {expected} columns. Those missing at the right were read as empty. See whether a delimiter is missing.',
  },
  'table.cells.many': {
    nb: 'Linje {line} har {count} celler; overskriften har {expected} kolonner. Overskytende: «{found}». Cellene kan stå i feil kolonne: sett anførselstegn rundt tekst som inneholder skilletegnet «{delimiter}», eller desimaltall med komma.',
    en: 'Line {line} has {count} cells (fields); the header has {expected} columns. Left over: “{found}”. Cells may stand in the wrong column: put quotes around text that holds the delimiter “{delimiter}”, or around numbers with a decimal comma.',
  },
  'table.quote.unclosed': {
    nb: 'Linje {line}: et anførselstegn (quote) åpnes, men lukkes aldri: «{found}». Linjen er lest for seg, uten å ta med linjene under. Lukk eller fjern anførselstegnet.',
    en: 'Line {line}: a quote is opened but never closed (unclosed quote): “{found}”. The line was read by itself, without the lines below. Close or remove the quote.',
  },
  'table.quote.stray': {
    nb: 'Linje {line}: et anførselstegn (quote) står inne i en celle og er lest som et vanlig tegn: «{found}».',
    en: 'Line {line}: a quote stands inside a cell and was read as an ordinary character: “{found}”.',
  },
  'table.lines.wrapped': {
    nb: 'Hele linjer sto i anførselstegn (linje {line} er den første); innholdet er lest som celler med skilletegnet «{delimiter}».',
    en: 'Whole lines stood in quotes (line {line} is the first); what is inside was read as cells with the delimiter “{delimiter}”.',
  },
  'table.more': {
    nb: '{count} til av samme slag ({code}), den siste på linje {last}.',
    en: '{count} more of the same kind ({code}), the last on line {last}.',
  },
  'table.workbook.size': {
    nb: 'Arbeidsboken er {size} MB ({unpacked} MB utpakket); høyst {limit} MB ({unpackedLimit} MB utpakket) leses. Lagre arket som CSV UTF-8, eller del arbeidsboken.',
    en: 'The workbook is {size} MB ({unpacked} MB unpacked); at most {limit} MB ({unpackedLimit} MB unpacked) is read. Save the sheet as CSV UTF-8, or split the workbook.',
  },
  'table.workbook.damaged': {
    nb: 'Arbeidsboken er skadet eller ufullstendig: {reason}. Åpne den i Excel, la Excel reparere den, og lagre på nytt.',
    en: 'The workbook is damaged or incomplete: {reason}. Open it in Excel, let Excel repair it, and save it again.',
  },
  'table.workbook.zip': {
    nb: 'Filen er et zip-arkiv uten en Excel-bok i. Pakk den ut og importer filene i den.',
    en: 'The file is a zip archive without an Excel workbook in it. Unpack it and import the files inside.',
  },
  'table.sheet.hidden': {
    nb: 'Arket «{sheet}» er skjult i arbeidsboken; det er lest som de andre.',
    en: 'The sheet “{sheet}” is hidden in the workbook; it was read like the others.',
  },
  'table.sheet.skipped': {
    nb: 'Arket «{sheet}» har ingen linje med kjente kolonnenavn (overskrift/header) og er ikke lest. Første rad: «{found}».',
    en: 'The sheet “{sheet}” has no line with known column names (header) and was not read. First row: “{found}”.',
  },
  'table.sheet.unknown': {
    nb: 'Arbeidsboken har ikke noe ark «{found}». Arkene er: {expected}.',
    en: 'The workbook has no sheet “{found}”. Its sheets are: {expected}.',
  },
  'table.sheet.merged': {
    nb: 'Arket «{sheet}» har {count} sammenslåtte celler ({found}). Tekst i den øverste er gjentatt nedover i {filled} tomme celler; tall er ikke gjentatt.',
    en: 'The sheet “{sheet}” has {count} merged cells ({found}). Text in the top one was repeated down into {filled} empty cells; numbers were not repeated.',
  },
  'table.cell.formula': {
    nb: 'Arket «{sheet}», linje {line}, kolonne {column}: formelen «{found}» har ikke noe lagret resultat. Åpne arbeidsboken i Excel, la den regne ut, og lagre på nytt.',
    en: 'Sheet “{sheet}”, line {line}, column {column}: the formula “{found}” has no stored result. Open the workbook in Excel, let it calculate, and save it again.',
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TableMessageCode = keyof typeof TABLE_MESSAGES;
