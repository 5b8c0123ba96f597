// What intake has to say of columns, cells, rows and figures, in both languages. Placeholders: {line} {column} {header} {found} {sheet} of the
// message itself, others from its values.

type Template = { readonly nb: string; readonly en: string };
const say = (nb: string, en: string): Template => ({ nb, en });

export const SCREENING_MESSAGES = {
  // --- columns
  'columns.missing': say(
    'Linje {line}: overskriften (header) mangler {expected}. Fant: {found}. Gi kolonnen et kjent navn, eller velg hvilken kolonne som er hva.',
    'Line {line}: the header lacks {expected}. Found: {found}. Give the column a known name, or choose which column is which.',
  ),
  'columns.twice': say(
    'Kolonne {otherColumn} «{found}» betyr det samme ({field}) som kolonne {usedColumn} «{used}», som er brukt. Den andre er beholdt som tekst. Velg den andre hvis det er feil.',
    'Column {otherColumn} “{found}” means the same ({field}) as column {usedColumn} “{used}”, which was used. The other (duplicate) is kept as text. Choose the other if that is wrong.',
  ),
  'columns.twice.ask': say(
    'To kolonner kan være {field}: kolonne {usedColumn} «{used}» og kolonne {otherColumn} «{found}», og de sier ikke det samme. Velg hvilken som gjelder.',
    'Two columns may be the {field}: column {usedColumn} “{used}” and column {otherColumn} “{found}” (duplicate), and they do not say the same. Choose which one counts.',
  ),
  'columns.years': say(
    'Kolonnene {found} er ett år hver. Velg hvilket år som gjelder, for eksempel «{example}» = quantity, eller skriv ett år per rad med kolonnene Mengde og År.',
    'The columns {found} hold one year each. Choose the year that counts, such as “{example}” = quantity, or write one year a row with columns Quantity and Year.',
  ),
  'columns.nearly': say(
    'Kolonne {column} «{found}» er lest som {field}. Rett navnet, eller velg et annet felt hvis det er feil.',
    'Column {column} “{found}” was read as {field}. Correct the name, or choose another field if that is wrong.',
  ),
  'columns.unknown': say(
    '{count} kolonner er ikke kjent og er beholdt som tekst: {found}. Velg felt for dem som skal brukes.',
    '{count} columns are not known and are kept as text: {found}. Choose a field for those that should be used.',
  ),
  'columns.nameless': say(
    'Kolonne {columns} har ikke navn (header), men har innhold, som «{found}»; innholdet er beholdt som tekst. Gi kolonnen et navn hvis den skal brukes.',
    'Column {columns} has no name (header) but has content, such as “{found}”; the content is kept as text. Name the column if it should be used.',
  ),
  'columns.noQuantity': say(
    'Ingen kolonne for mengde (quantity) ble funnet på linje {line} ({found}); alle mengder er lest som ukjent, ikke 0. Gi kolonnen et kjent navn, for eksempel Mengde, eller velg den.',
    'No column for the quantity (Mengde) was found on line {line} ({found}); all quantities were read as unknown, not 0. Give the column a known name, such as Quantity, or choose it.',
  ),
  'columns.map.header': say(
    'Filen har ingen kolonne «{found}». Overskriftene (header) er: {expected}. Rett valget av kolonne.',
    'The file has no column “{found}”. Its headers are: {expected}. Correct the choice of column.',
  ),
  'columns.map.field': say(
    '«{found}», valgt for kolonnen «{header}», er ikke et felt. Ventet ett av: {expected}.',
    '“{found}”, chosen for column “{header}”, is no field. Expected one of: {expected}.',
  ),
  'table.otherKind': say(
    'Tabellen med overskrift på linje {line} har ingen flyter vi kjenner ({found}); {count} rader er ikke lest som flyter.',
    'The table with its header on line {line} holds no flows that we know ({found}); {count} rows were not read as flows.',
  ),
  'table.describesOnly': say(
    'Tabellen med overskrift på linje {line} beskriver bedrifter, steder eller prosesser ({count} rader), og ingen flyter. Importer den sammen med filen eller arket som har flytene.',
    'The table with its header on line {line} describes companies, sites or processes ({count} rows) and no flows. Import it together with the file or sheet that holds the flows.',
  ),
  'table.joined': say(
    '{count} rader i tabellen med overskrift på linje {line} beskriver bedrifter, steder, prosesser eller flyter, og er lagt til flytene de hører til.',
    '{count} rows of the table with its header on line {line} describe companies, sites, processes or flows and were joined to the flows they belong to.',
  ),

  // --- decimal marks
  'decimal.ask': say(
    'Kolonne {column} «{header}»: «{found}» (linje {line}) er tvetydig: {asDecimal} hvis «{mark}» er desimaltegn, {asThousands} hvis det er tusenskille. Ingen andre tall i filen avgjør det. Velg desimaltegn.',
    'Column {column} “{header}”: “{found}” (line {line}) is ambiguous: {asDecimal} if “{mark}” is the decimal mark, {asThousands} if it is the thousands separator. No other number in the file decides it. Choose the decimal mark.',
  ),
  'decimal.mixed.ask': say(
    'Kolonne {column} «{header}» blander desimalkomma ({comma} tall) og desimalpunktum ({point} tall), så «{found}» (linje {line}) er tvetydig: {asDecimal} eller {asThousands}. Velg desimaltegn, eller rett kolonnen.',
    'Column {column} “{header}” mixes decimal comma ({comma} numbers) and decimal point ({point} numbers), so “{found}” (line {line}) is ambiguous: {asDecimal} or {asThousands}. Choose the decimal mark, or correct the column.',
  ),
  'decimal.mixed': say(
    'Kolonne {column} «{header}» blander desimalkomma ({comma} tall) og desimalpunktum ({point} tall). Hvert tall er entydig og lest for seg; se over dem.',
    'Column {column} “{header}” mixes decimal comma ({comma} numbers) and decimal point ({point} numbers). Each number is unambiguous and was read by itself; check them.',
  ),
  'decimal.fromFile': say(
    'Kolonne {column} «{header}»: «{found}» (linje {line}) kunne vært {asDecimal} eller {asThousands}; lest som {read}, fordi resten av filen bruker «{decimal}» som desimaltegn. Velg desimaltegn hvis det er feil.',
    'Column {column} “{header}”: “{found}” (line {line}) could be {asDecimal} or {asThousands}; read as {read}, as the rest of the file uses “{decimal}” as decimal mark. Choose the decimal mark if that is wrong.',
  ),
  'decimal.borrowed': say(
    'Linje {line}, {header}: «{found}» kunne vært {asDecimal} eller {asThousands}; lest som {read}, fordi resten av filen bruker «{decimal}» som desimaltegn. Velg desimaltegn hvis det er feil.',
    'Line {line}, {header}: “{found}” could be {asDecimal} or {asThousands} (ambiguous); read as {read}, as the rest of the file uses “{decimal}” as decimal mark. Choose the decimal mark if that is wrong.',
  ),
  'decimal.against': say(
    'Linje {line}, {header}: «{found}» bruker et annet desimaltegn enn resten av kolonnen («{decimal}»); lest som {read}. Rett cellen hvis det er feil.',
    'Line {line}, {header}: “{found}” uses another decimal mark than the rest of the column (“{decimal}”); read as {read}. Correct the cell if that is wrong.',
  ),
  'decimal.late': say(
    'Linje {line}, {header}: «{found}» er tvetydig ({asDecimal} eller {asThousands}), og ingenting før i filen avgjorde desimaltegnet. Velg desimaltegn og les filen på nytt.',
    'Line {line}, {header}: “{found}” is ambiguous ({asDecimal} or {asThousands}), and nothing before in the file decided the decimal mark. Choose the decimal mark and read the file again.',
  ),
  'decimal.overturned': say(
    'Tall langt nede i filen er tvetydige uten et valgt desimaltegn. Velg desimaltegn (komma eller punktum) og les filen på nytt; ingenting er lagret.',
    'Numbers far down in the file are ambiguous without a chosen decimal mark. Choose the decimal mark (comma or point) and read the file again; nothing was stored.',
  ),

  // --- quantity
  'quantity.unknown': say(
    'Linje {line}, {header}: «{found}» er lest som ukjent mengde, ikke 0. Fyll inn mengden når den er kjent.',
    'Line {line}, {header}: “{found}” was read as an unknown quantity, not 0. Fill the quantity in when it is known.',
  ),
  'quantity.missing': say(
    'Linje {line}, {header}: mengden mangler og er ukjent, ikke 0. Fyll den inn når den er kjent.',
    'Line {line}, {header}: the quantity is missing and unknown, not 0. Fill it in when it is known.',
  ),
  'quantity.excelError': say(
    'Linje {line}, {header}: «{found}» er en feil fra Excel, lest som ukjent mengde. Rett formelen i arket, eller skriv tallet.',
    'Line {line}, {header}: “{found}” is an Excel error, read as an unknown quantity. Mend the formula in the sheet, or write the number.',
  ),
  'quantity.date': say(
    'Linje {line}, {header}: «{found}» er en dato, ikke en mengde. Excel gjør «1-2» om til en dato: skriv tallet på nytt med kolonnen som tekst, for eksempel «1–2» eller «fra 1 til 2».',
    'Line {line}, {header}: “{found}” is a date, not a quantity. Excel turns “1-2” into a date: write the number again with the column as text, such as “1–2” or “from 1 to 2”.',
  ),
  'quantity.negative': say(
    'Linje {line}, {header}: «{found}» er en negativ mengde. Skriv {positive}, og la retningen (inn eller ut) si hvilken vei det går.',
    'Line {line}, {header}: “{found}” is a negative quantity. Write {positive}, and let the direction (in or out) say which way it goes.',
  ),
  'quantity.reversed': say(
    'Linje {line}, {header}: i «{found}» er den første enden større enn den siste. Skriv den minste først.',
    'Line {line}, {header}: in “{found}” the first end is larger than the last. Write the smaller one first.',
  ),
  'quantity.twoUnits': say(
    'Linje {line}, {header}: i «{found}» har de to endene hver sin enhet. Skriv begge i samme enhet, for eksempel 2–10 tonn.',
    'Line {line}, {header}: in “{found}” the two ends have different units. Write both in one unit, such as 2–10 tonnes.',
  ),
  'quantity.shortRange': say(
    'Linje {line}, {header}: «{found}» er lest som {read}, men kan være ment som {other} (tvetydig). Skriv begge endene helt ut.',
    'Line {line}, {header}: “{found}” was read as {read}, but may be meant as {other} (ambiguous). Write both ends in full.',
  ),
  'quantity.text': say(
    'Linje {line}, {header}: «{found}» er ikke et tall. Ventet en mengde som 500, ca. 500, 1 000–2 000, <5 eller ukjent.',
    'Line {line}, {header}: “{found}” is not a number. Expected a quantity such as 500, about 500, 1 000–2 000, <5 or unknown.',
  ),
  'quantity.share': say(
    'Linje {line}, {header}: «{found}» er en andel, ikke en mengde; mengden er lest som ukjent. Skriv mengden, og andelen i en kolonne for tørrstoff.',
    'Line {line}, {header}: “{found}” is a share, not a quantity; the quantity was read as unknown. Write the quantity, and the share in a dry matter column.',
  ),
  'quantity.money': say(
    'Linje {line}, {header}: «{found}» er et pengebeløp, ikke en mengde; mengden er lest som ukjent. Skriv mengden her, og beløpet i en kolonne for pris.',
    'Line {line}, {header}: “{found}” is an amount of money, not a quantity; the quantity was read as unknown. Write the quantity here, and the money in a price column.',
  ),
  'quantity.behind': say(
    'Linje {line}, {header}: teksten «{rest}» bak tallet i «{found}» er ikke en enhet vi kjenner. Tallet er beholdt, men teller ikke i summer. Skriv enheten, eller flytt teksten til kommentaren.',
    'Line {line}, {header}: the text “{rest}” behind the number in “{found}” is no unit that we know. The number is kept but counts in no sum. Write the unit, or move the text to the comment.',
  ),
  'months.incomplete': say(
    'Linje {line}: én måned mangler et tall («{found}»), så året kan ikke summeres; mengden er lest som ukjent. Fyll inn alle tolv, 0 der det ikke var noe.',
    'Line {line}: a month lacks a number (“{found}”), so the year cannot be summed; the quantity was read as unknown. Fill in all twelve, 0 where there was nothing.',
  ),

  // --- unit
  'unit.missing': say(
    'Linje {line}: mengden har ingen enhet (unit): «{found}». Mengden er beholdt, men teller ikke i summer. Skriv enheten, for eksempel tonn/år.',
    'Line {line}: the quantity has no unit: “{found}”. It is kept but counts in no sum. Write the unit, such as tonnes/year.',
  ),
  'unit.unknown': say(
    'Linje {line}, {header}: enheten (unit) «{found}» er ikke i enhetstabellen. Mengden er beholdt som skrevet, men teller ikke i summer. Bruk en kjent enhet, for eksempel tonn, m3, MWh eller stk.',
    'Line {line}, {header}: the unit “{found}” is not in the unit table. The quantity is kept as written but counts in no sum. Use a known unit, such as t, m3, MWh or pcs.',
  ),
  'unit.unknown.near': say(
    'Linje {line}, {header}: enheten (unit) «{found}» er ikke i enhetstabellen («{part}»). Mente du {suggestion}? Mengden er beholdt som skrevet, men teller ikke i summer før enheten er rettet.',
    'Line {line}, {header}: the unit “{found}” is not in the unit table (“{part}”). Did you mean {suggestion}? The quantity is kept as written but counts in no sum until the unit is corrected.',
  ),
  'unit.unclear': say(
    'Linje {line}, {header}: enheten (unit) «{found}» kan bety flere ting: {note}. Skriv den helt ut.',
    'Line {line}, {header}: the unit “{found}” may mean several things (ambiguous): {note}. Write it out.',
  ),
  'unit.notAnAmount': say(
    'Linje {line}, {header}: «{found}» er en enhet (unit), men ikke for en mengde. Ventet for eksempel tonn, m3, MWh eller stk. Mengden er beholdt som skrevet.',
    'Line {line}, {header}: “{found}” is a unit, but not of an amount. Expected such as t, m3, MWh or pcs. The quantity is kept as written.',
  ),
  'unit.period': say(
    'Linje {line}, {header}: perioden «{found}» sier noe annet enn enheten «{unit}», som er brukt. Rett den ene.',
    'Line {line}, {header}: the period “{found}” says something else than the unit “{unit}”, which was used. Correct one of them.',
  ),
  'unit.contradicts': say(
    'Linje {line}, {header}: cellen «{found}» har enheten «{inside}», mens kolonnen sier «{outside}». Brukt: «{inside}». Rett den ene.',
    'Line {line}, {header}: the cell “{found}” has the unit “{inside}”, while the column says “{outside}”. Used: “{inside}”. Correct one of them.',
  ),
  'annual.dryShare': say(
    'Linje {line}: «{found}» er tørrstoff. Uten tørrstoffprosent (TS %) kan det ikke regnes om til våte tonn. Fyll inn TS %.',
    'Line {line}: “{found}” is dry matter. Without a dry matter share (TS %) it cannot become wet tonnes. Fill in the share.',
  ),
  'annual.solidShare': say(
    'Linje {line}: «{found}» er stablet volum. Uten fastandel kan det ikke regnes om. Skriv fastkubikk (fm3) eller tonn.',
    'Line {line}: “{found}” is stacked volume. Without a solid share it cannot be converted. Write solid cubic metres (fm3) or tonnes.',
  ),
  'annual.powerFactor': say(
    'Linje {line}: «{found}» er tilsynelatende effekt. Skriv effekten i kW eller MW, eller energien i MWh.',
    'Line {line}: “{found}” is apparent power. Write the power in kW or MW, or the energy in MWh.',
  ),
  'annual.none': say(
    'Linje {line}: «{found}» kan ikke regnes om til en mengde i året. Den er beholdt som skrevet.',
    'Line {line}: “{found}” cannot be made an amount a year. It is kept as written.',
  ),
  'annual.fullHours': say(
    'Linje {line}: «{found}» er regnet over 8 760 timer, fordi driftstimer ikke er oppgitt. Fyll inn driftstimer.',
    'Line {line}: “{found}” was counted over 8,760 hours, as no operating hours are stated. Fill in the operating hours.',
  ),
  'annual.fullDays': say(
    'Linje {line}: «{found}» er regnet over 365 døgn, fordi driftsdager ikke er oppgitt.',
    'Line {line}: “{found}” was counted over 365 days, as no operating days are stated.',
  ),
  'annual.period': say(
    'Linje {line}: mengden ({unit}) gjelder {found}, {days} døgn, og er regnet om til ett år (365 døgn). Skriv mengden per år hvis flyten ikke går jevnt.',
    'Line {line}: the quantity ({unit}) is for {found}, {days} days, and was scaled to a year (365 days). Write the amount a year if the flow is not even.',
  ),
  'annual.shifts': say(
    'Linje {line}: «{found}» er regnet med 500 skift i året (to skift i 250 dager), en vurdering. Skriv mengden per år hvis det er feil.',
    'Line {line}: “{found}” was counted with 500 shifts a year (two on 250 days), a judgement. Write the amount a year if that is wrong.',
  ),

  // --- other cells
  'cell.excelError': say(
    'Linje {line}, {header}: «{found}» er en feil fra Excel og er utelatt. Rett formelen, eller skriv tallet.',
    'Line {line}, {header}: “{found}” is an Excel error and was left out. Mend the formula, or write the number.',
  ),
  'cell.date': say(
    'Linje {line}, {header}: «{found}» er en dato der et tall var ventet, og er utelatt. Skriv tallet på nytt.',
    'Line {line}, {header}: “{found}” is a date where a number was expected and was left out. Write the number again.',
  ),
  'cell.negative': say(
    'Linje {line}, {header}: «{found}» er under null og er utelatt. Ventet et tall fra 0.',
    'Line {line}, {header}: “{found}” is below zero (negative) and was left out. Expected a number from 0.',
  ),
  'cell.text': say(
    'Linje {line}, {header}: «{found}» er ikke et tall og er utelatt. Ventet et tall.',
    'Line {line}, {header}: “{found}” is not a number and was left out. Expected a number.',
  ),
  'temperature.words': say(
    'Linje {line}: temperaturen {celsius} °C er lest av ordene «{found}».',
    'Line {line}: the temperature {celsius} °C was read from the words “{found}”.',
  ),
  'temperature.impossible': say(
    'Linje {line}, {header}: «{found}» er under det absolutte nullpunkt og er utelatt. Ventet °C.',
    'Line {line}, {header}: “{found}” is below absolute zero and was left out. Expected °C.',
  ),
  'temperature.unit': say(
    'Linje {line}, {header}: «{found}» er ikke en temperatur i °C og er utelatt.',
    'Line {line}, {header}: “{found}” is no temperature in °C and was left out.',
  ),
  'temperature.scale': say(
    'Linje {line}, {header}: «{found}» er i {scale} og er regnet om til {celsius} °C.',
    'Line {line}, {header}: “{found}” is in {scale} and was converted to {celsius} °C.',
  ),
  'temperature.bound': say(
    'Linje {line}, {header}: «{found}» er en grense; tallet er brukt som temperatur.',
    'Line {line}, {header}: “{found}” is a bound; its number was used as the temperature.',
  ),
  'temperature.inOnly': say(
    'Linje {line}, {header}: «{found}» er bare beholdt som tekst, og ingen annen kolonne gir temperaturen. Er det strømmens temperatur, velg kolonnen som temperatur.',
    'Line {line}, {header}: “{found}” is only kept as text, and no other column gives the temperature. If it is the temperature of the flow, choose the column as temperature.',
  ),
  'temperature.inOut': say(
    'Linje {line}, {header}: «{found}» er bare beholdt som tekst; strømmens temperatur er lest som {used} °C, fra «{other}». Avkjøles strømmen fra den ene til den andre, velg kolonnene som temperatur og returtemperatur.',
    'Line {line}, {header}: “{found}” is only kept as text; the temperature of the flow was read as {used} °C, from “{other}”. If the flow is cooled from the one to the other, choose the columns as temperature and return temperature.',
  ),
  'temperature.range': say(
    'Linje {line}, {header}: temperaturen «{found}» ligger utenfor {lowest} til {highest} °C. Se etter et komma som mangler, eller kelvin.',
    'Line {line}, {header}: the temperature “{found}” lies outside {lowest} to {highest} °C. Look for a missing comma, or kelvin.',
  ),
  'hours.range': say(
    'Linje {line}, {header}: «{found}» er flere timer enn året har (8 760) og er utelatt. Ventet 0 til 8 784.',
    'Line {line}, {header}: “{found}” is more hours than the year has (8,760) and was left out. Expected 0 to 8,784.',
  ),
  'hours.middle': say(
    'Linje {line}, {header}: «{found}» er ikke ett tall; {hours} timer er brukt.',
    'Line {line}, {header}: “{found}” is not one number; {hours} hours were used.',
  ),
  'price.unit': say(
    'Linje {line}, {header}: prisen «{found}» er i «{unit}», som ikke er en kjent valuta, og er utelatt. Ventet kr, øre, EUR og lignende.',
    'Line {line}, {header}: the price “{found}” is in “{unit}”, which is no known currency, and was left out. Expected kr, øre, EUR and the like.',
  ),
  'price.other': say(
    'Linje {line}, {header}: prisen «{found}» er per en annen enhet («{unit}») enn mengden. Den er beholdt med sin egen enhet og regnes ikke om.',
    'Line {line}, {header}: the price “{found}” is per another unit (“{unit}”) than the quantity. It is kept with its own unit and not converted.',
  ),
  'price.converted': say(
    'Linje {line}, {header}: prisen «{found}» ({unit}) er regnet om til {price} per {per}.',
    'Line {line}, {header}: the price “{found}” ({unit}) was converted to {price} per {per}.',
  ),
  'price.cost': say(
    'Linje {line}, {header}: kolonnen er en kostnad, så «{found}» er lest som {price} (negativt: bedriften betaler).',
    'Line {line}, {header}: the column is a cost, so “{found}” was read as {price} (negative: the company pays).',
  ),
  'price.middle': say(
    'Linje {line}, {header}: «{found}» er ikke ett tall; {price} er brukt.',
    'Line {line}, {header}: “{found}” is not one number; {price} was used.',
  ),
  'dryMatter.low': say(
    'Linje {line}, {header}: tørrstoff «{found}» er lest som {found} %. Skriv {share} hvis {share} % er ment.',
    'Line {line}, {header}: dry matter “{found}” was read as {found} %. Write {share} if {share} % is meant.',
  ),
  'dryMatter.range': say(
    'Linje {line}, {header}: tørrstoff «{found}» ligger ikke mellom 0 og 100 % og er utelatt.',
    'Line {line}, {header}: dry matter “{found}” does not lie between 0 and 100 % and was left out.',
  ),
  'wasteCode.text': say(
    'Linje {line}, {header}: «{found}» er ikke en EAL-kode (waste code) og er utelatt. Ventet seks siffer, for eksempel 20 01 11.',
    'Line {line}, {header}: “{found}” is no waste code (EAL) and was left out. Expected six digits, such as 20 01 11.',
  ),
  'wasteCode.repaired': say(
    'Linje {line}, {header}: EAL-koden (waste code) «{found}» har mistet noe i Excel og er lest som {code}. Se over den.',
    'Line {line}, {header}: the waste code (EAL) “{found}” lost something in Excel, such as a leading zero, and was read as {code}. Check it.',
  ),
  'wasteCode.several': say(
    'Linje {line}, {header}: «{found}» har flere EAL-koder (waste codes); {code} er brukt. Del raden, eller skriv én.',
    'Line {line}, {header}: “{found}” holds several waste codes (EAL); {code} was used. Split the row, or write one.',
  ),
  'wasteCode.unknown': say(
    'Linje {line}, {header}: EAL-koden (waste code) «{found}» ({code}) finnes ikke i avfallslisten. Se over den.',
    'Line {line}, {header}: the waste code (EAL) “{found}” ({code}) is not in the list of waste. Check it.',
  ),
  'org.checkDigit': say(
    'Linje {line}, {header}: organisasjonsnummeret «{found}» har feil kontrollsiffer (MOD11) og er ikke brukt. Raden er beholdt; rett nummeret.',
    'Line {line}, {header}: the organisation number “{found}” has a wrong check digit (MOD11) and was not used. The row is kept; correct the number.',
  ),
  'org.text': say(
    'Linje {line}, {header}: «{found}» er ikke et organisasjonsnummer (ni siffer) og er ikke brukt. Raden er beholdt.',
    'Line {line}, {header}: “{found}” is no organisation number (nine digits) and was not used. The row is kept.',
  ),
  'place.range': say(
    'Linje {line}, {header}: «{found}» er ikke bredde- og lengdegrad og er utelatt. Ventet for eksempel 63,31 og 9,86.',
    'Line {line}, {header}: “{found}” is no latitude and longitude and was left out. Expected such as 63.31 and 9.86.',
  ),
  'period.dates': say(
    'Linje {line}, {header}: datoene «{found}» er ikke et tidsrom og er ikke lest. Ventet første og siste dag, i den rekkefølgen, for eksempel 01.01.2024 og 31.12.2024.',
    'Line {line}, {header}: the dates “{found}” are no period and were not read. Expected the first and the last day, in that order, such as 01.01.2024 and 31.12.2024.',
  ),
  'period.unknown': say(
    'Linje {line}, {header}: perioden «{found}» er ikke lest. Ventet et år, en dato, et intervall eller år, kvartal, mnd, uke, døgn, skift, time.',
    'Line {line}, {header}: the period “{found}” was not read. Expected a year, date, interval or year, quarter, month, week, day, shift, hour.',
  ),
  'period.serial': say(
    'Linje {line}, {header}: «{found}» er Excels tall for datoen {date} og er lest slik. Skriv datoen ut.',
    'Line {line}, {header}: “{found}” is Excel’s number for the date {date} and was read so. Write the date out.',
  ),
  'profile.unknown': say(
    'Linje {line}, {header}: månedsprofilen «{found}» er ikke tolv tall og er utelatt. Ventet tolv tall med semikolon mellom, januar først.',
    'Line {line}, {header}: the monthly profile “{found}” is not twelve numbers and was left out. Expected twelve numbers parted by semicolons, January first.',
  ),
  'dataQuality.unknown': say(
    'Linje {line}, {header}: datakvaliteten «{found}» er ikke kjent og er ikke brukt. Ventet målt, beregnet, anslått eller typisk.',
    'Line {line}, {header}: the data quality “{found}” is not known and was not used. Expected measured, calculated, estimated or typical.',
  ),
  'screening.state': say(
    'Linje {line}, {header}: «{found}» er ingen kjent tilstand for en kartlegging og er ikke brukt. Ventet kladd, kontrollert eller godkjent.',
    'Line {line}, {header}: “{found}” is no known state of a screening and was not used. Expected draft, checked or approved.',
  ),
  'sharing.unknown': say(
    'Linje {line}, {header}: delingsnivået «{found}» er ikke kjent. Ventet own, facilitator, cluster, partner eller public.',
    'Line {line}, {header}: the sharing level “{found}” is not known. Expected own, facilitator, cluster, partner or public.',
  ),

  // --- rows
  'row.total': say('Linje {line} er en sum («{found}») og er hoppet over.', 'Line {line} is a total (“{found}”) and was skipped.'),
  'row.header': say('Linje {line} gjentar overskriften (header) og er hoppet over.', 'Line {line} repeats the header and was skipped.'),
  'row.note': say('Linje {line} er en merknad («{found}») og er hoppet over.', 'Line {line} is a note (“{found}”) and was skipped.'),
  'row.section': say(
    'Linje {line} er en mellomtittel («{found}») og er hoppet over.',
    'Line {line} is a section title (“{found}”) and was skipped.',
  ),
  'row.units': say(
    'Linje {line} holder enhetene til kolonnene ({found}) og er lest slik.',
    'Line {line} holds the units of the columns ({found}) and was read so.',
  ),
  'row.repeat': say(
    'Linje {line} er lik linje {first} i hver celle (duplikat) og er hoppet over: {found}. Slett den, eller gjør forskjellen synlig.',
    'Line {line} equals line {first} in every cell (duplicate) and was skipped: {found}. Delete it, or make the difference visible.',
  ),
  'row.alike': say(
    'Linje {line} ligner linje {first} (mulig duplikat): {found}. Begge er beholdt som egne flyter; slett den ene hvis de er samme flyt.',
    'Line {line} is like line {first} (possible duplicate): {found}. Both are kept as flows of their own; delete one if they are the same.',
  ),
  'row.alike.id': say(
    'Linje {line}, {header}: «{found}» er samme id som på linje {first} (mulig duplikat). Begge radene er beholdt som egne flyter; gi den ene en ny id, eller slett den.',
    'Line {line}, {header}: “{found}” is the same id as on line {first} (possible duplicate). Both rows are kept as flows of their own; give one a new id, or delete it.',
  ),
  'row.maybeTotal': say(
    'Linje {line}, {header}: «{found}» ser ut som en sum. Raden er lest som en flyt; slett den hvis den summerer andre rader.',
    'Line {line}, {header}: “{found}” looks like a total. The row was read as a flow; delete it if it sums up other rows.',
  ),
  'org.otherName': say(
    'Linje {line}, {header}: organisasjonsnummer {found} står her med «{name}», men med «{first}» tidligere i filen. De er lest som samme bedrift. Rett navnet, eller nummeret.',
    'Line {line}, {header}: organisation number {found} stands here with “{name}”, but with “{first}” earlier in the file. They were read as the same company. Correct the name, or the number.',
  ),
  'org.otherNumber': say(
    'Linje {line}, {header}: «{name}» har organisasjonsnummer {found} her, men {first} tidligere i filen. De er lest som to bedrifter. Rett nummeret hvis de er samme bedrift.',
    'Line {line}, {header}: “{name}” has organisation number {found} here, but {first} earlier in the file. They were read as two companies. Correct the number if they are the same company.',
  ),
  'row.damaged': say(
    'Linje {line} kan ikke brukes som den står (kolonner, celler eller anførselstegn/quote; {code}): «{found}». Rett linjen og importer på nytt.',
    'Line {line} cannot be used as it stands (columns, cells or quotes; {code}): “{found}”. Correct the line and import again.',
  ),
  'company.missing': say(
    'Linje {line}: bedriften (company) mangler («{found}»). Skriv bedriftens navn.',
    'Line {line}: the company is missing (“{found}”). Write the name of the company.',
  ),
  'company.fromNumber': say(
    'Linje {line}: bedriftens navn (company) mangler («{found}»); «{name}» er brukt, etter organisasjonsnummeret {number}. Skriv navnet.',
    'Line {line}: the company’s name is missing (“{found}”); “{name}” was used, by the organisation number {number}. Write the name.',
  ),
  'company.carried': say(
    'Fra linje {line}: tomme celler i kolonnen for bedrift (company) er lest som bedriften over («{found}»), slik sammenslåtte celler vises.',
    'From line {line}: blank company cells were read as the company above (“{found}”), as merged cells show.',
  ),
  'resource.missing': say(
    'Linje {line}: ressursen (resource, {header}) mangler. Skriv hva som flyter.',
    'Line {line}: the resource ({header}) is missing. Write what flows.',
  ),
  'resource.unknown': say(
    'Linje {line}, {header}: «{found}» sier ikke hva som flyter (resource). Skriv ressursen.',
    'Line {line}, {header}: “{found}” does not say what flows (resource). Write the resource.',
  ),
  'direction.missing': say(
    'Linje {line}: retningen (direction, {header}) mangler: «{found}». Ventet inn eller ut.',
    'Line {line}: the direction ({header}) is missing: “{found}”. Expected in or out.',
  ),
  'direction.unknown': say(
    'Linje {line}, {header}: retningen (direction) «{found}» er ikke kjent. Ventet inn eller ut (også mottar, leverer, behov, overskudd, avfall).',
    'Line {line}, {header}: the direction “{found}” is not known. Expected in or out (also receives, delivers, need, surplus, waste).',
  ),
  'direction.fromTitle': say(
    'Tabellen med overskrift på linje {line} har ingen kolonne for retning; «{found}» over den er lest som {direction} for radene under. Legg til en kolonne Retning hvis det er feil.',
    'The table with its header on line {line} has no column for the direction; “{found}” above it was read as {direction} for the rows below. Add a column Direction if that is wrong.',
  ),
  'direction.fromRole': say(
    'Linje {line}, {header}: retningen (direction) «{found}» er ikke kjent; rollen «{role}» er brukt i stedet. Rett retningen.',
    'Line {line}, {header}: the direction “{found}” is not known; the role “{role}” was used instead. Correct the direction.',
  ),
  'role.unknown': say(
    'Linje {line}, {header}: rollen «{found}» er ikke kjent og er ikke brukt. Ventet overskudd, behov, produkt, avfall, utslipp, tap eller innsats.',
    'Line {line}, {header}: the role “{found}” is not known and was not used. Expected surplus, need, product, waste, emission, loss or input.',
  ),
  'role.contradicts': say(
    'Linje {line}, {header}: rollen «{found}» passer ikke med retningen «{direction}», som er brukt. Rett den ene.',
    'Line {line}, {header}: the role “{found}” does not go with the direction “{direction}”, which was used. Correct one of them.',
  ),
  'exchange.end': say(
    'Linje {line}, {header}: utvekslingen mangler den ene bedriften. Ventet både fra (source) og til (target).',
    'Line {line}, {header}: the exchange lacks one of its companies. Expected both source and target.',
  ),

  // --- physics
  'check.peak': say(
    'Linje {line}: toppeffekten {peak} MW («{found}») er under snittet {mean} MW av {energy} MWh over {hours} timer. Da kan energien høyst være {most} MWh. Rett effekt, energi eller driftstimer.',
    'Line {line}: the peak of {peak} MW (“{found}”) is under the mean of {mean} MW of {energy} MWh over {hours} hours. The energy can then be {most} MWh at most. Correct power, energy or operating hours.',
  ),
  'check.energy': say(
    'Linje {line}: energien {energy} MWh avviker mer enn {share} % fra m·cp·ΔT = {expected} MWh (massestrøm «{found}», ΔT {drop} K). Rett energi, massestrøm eller temperaturer.',
    'Line {line}: the energy {energy} MWh differs by more than {share} % from m·cp·ΔT = {expected} MWh (mass flow “{found}”, ΔT {drop} K). Correct energy, mass flow or temperatures.',
  ),
  'check.water': say(
    'Linje {line}: vann ved {found} °C er is eller damp; ventet {lowest} til {highest} °C. Rett temperaturen, eller ordene.',
    'Line {line}: water at {found} °C is ice or steam; expected {lowest} to {highest} °C. Correct the temperature, or the words.',
  ),
  'check.water.kelvin': say(
    'Linje {line}: vann ved {found} °C ser ut som kelvin; det er {celsius} °C. Skriv {celsius}.',
    'Line {line}: water at {found} °C looks like kelvin; that is {celsius} °C. Write {celsius}.',
  ),
  'check.outlier': say(
    'Linje {line}: {amount} {unit} «{words}» er omtrent {times} ganger over eller under medianen {median} av like flyter i filen. Er «{found}» kg for tonn eller kWh for MWh? Riktig er da {repaired} {unit}.',
    'Line {line}: {amount} {unit} of “{words}” is about {times} times over or under the median {median} of like flows in the file. Is “{found}” kg for tonnes or kWh for MWh (a factor 1000)? Then {repaired} {unit} is right.',
  ),
  'check.large.plain': say(
    'Linje {line}: {amount} {unit} i året er mer enn {most}, det største vi venter av én flyt. Se over mengden og enheten «{found}».',
    'Line {line}: {amount} {unit} a year is more than {most}, the largest we expect of one flow. Check the quantity and the unit “{found}”.',
  ),
  'check.large': say(
    'Linje {line}: {amount} {unit} i året er mer enn {most}, det største vi venter av én flyt. Er enheten «{found}» egentlig {smaller}? Rett enheten eller mengden.',
    'Line {line}: {amount} {unit} a year is more than {most}, the largest we expect of one flow. Is the unit “{found}” really {smaller} (a factor 1000)? Correct the unit or the quantity.',
  ),
  'check.balance': say(
    '{found}: {out} {unit} ut, men bare {into} {unit} inn (fra linje {line}). Mangler en innsats, eller er en enhet feil?',
    '{found}: {out} {unit} out, but only {into} {unit} in (from line {line}). Is an input missing, or a unit wrong?',
  ),

  'messages.more': say(
    '{count} til av samme slag ({code}), på linje {lines}; den siste er linje {last}.',
    '{count} more of the same kind ({code}), on lines {lines}; the last is line {last}.',
  ),
} as const satisfies Readonly<Record<string, Template>>;

export type ScreeningMessageCode = keyof typeof SCREENING_MESSAGES;
