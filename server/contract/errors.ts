// The one error table: code, HTTP status and the sentence in both languages. The README's list is held equal to it by a test.
import type { AppError, ErrorCode } from '../domain/errors.ts';

export type Language = 'nb' | 'en';
type Entry = { readonly status: number; readonly nb: string; readonly en: string };

export const ERRORS: Readonly<Record<ErrorCode, Entry>> = {
  'request.invalid': {
    status: 400,
    nb: 'Forespørselen er ikke gyldig: {where}: {problem}.',
    en: 'The request is not valid: {where}: {problem}.',
  },
  'request.tooLarge': {
    status: 413,
    nb: 'Filen er for stor: største tillatte størrelse er {limit}. Del den opp, eller importer den med «npx flytkart import».',
    en: 'The file is too large: at most {limit} is accepted here. Split it, or import it with "npx flytkart import".',
  },
  'request.foreign': {
    status: 403,
    nb: 'Flytkart svarer bare sine egne sider, på adressen programmet ble startet med (127.0.0.1 eller localhost om ingen er oppgitt).',
    en: 'Flytkart answers its own pages only, at the address it was started with (127.0.0.1 or localhost where none was given).',
  },
  'request.tooMany': {
    status: 429,
    nb: 'For mange forsøk. Vent {minutes} minutter og prøv igjen.',
    en: 'Too many attempts. Wait {minutes} minutes and try again.',
  },
  'account.signIn': { status: 401, nb: 'Du må logge inn først.', en: 'You must sign in first.' },
  'account.wrong': {
    status: 401,
    nb: 'E-postadressen og passordet hører ikke sammen. Prøv igjen, eller be om nytt passord.',
    en: 'The e-mail address and the password do not go together. Try again, or ask for a new password.',
  },
  'account.code': {
    status: 401,
    nb: 'Koden er feil eller for gammel. Bruk den som appen viser nå, eller en av reservekodene.',
    en: 'The code is wrong or too old. Use the one your app shows now, or one of your backup codes.',
  },
  'account.locked': {
    status: 429,
    nb: 'Kontoen er låst for en stund etter for mange gale koder. Vent et kvarter og prøv igjen.',
    en: 'The account is locked for a while after too many wrong codes. Wait a quarter of an hour and try again.',
  },
  'account.link': {
    status: 410,
    nb: 'Lenken er brukt, trukket tilbake eller for gammel. Be den som sendte den, om en ny.',
    en: 'The link was used, withdrawn or is too old. Ask whoever sent it for a new one.',
  },
  'account.password': {
    status: 422,
    nb: 'Passordet er for lett å gjette. Bruk minst {least} tegn som ikke er navn, e-postadresse, rekker eller gjentakelser.',
    en: 'The password is too easy to guess. Use at least {least} characters that are no name, e-mail address, sequence or repetition.',
  },
  'account.exists': {
    status: 409,
    nb: 'Det finnes allerede en konto med denne e-postadressen. Logg inn med den, og åpne lenken på nytt.',
    en: 'There is an account with this e-mail address already. Sign in with it, and open the link again.',
  },
  'account.other': {
    status: 409,
    nb: 'Lenken er til en annen e-postadresse enn den du er logget inn med.',
    en: 'The link is for another e-mail address than the one you are signed in with.',
  },
  'account.noRole': {
    status: 403,
    nb: 'Kontoen din har ingen rolle her nå. Be administratoren om tilgang.',
    en: 'Your account has no role here now. Ask the administrator for access.',
  },
  'account.notAllowed': { status: 403, nb: 'Rollen din har ikke lov til dette.', en: 'Your role does not allow this.' },
  'account.lastAdministrator': {
    status: 409,
    nb: 'Dette er den siste administratoren. Gi rollen til en annen først.',
    en: 'This is the last administrator. Give the role to another first.',
  },
  'account.unknown': { status: 404, nb: 'Det finnes ingen slik konto.', en: 'There is no such account.' },
  'route.unknown': { status: 404, nb: 'Det finnes ingenting på {path}.', en: 'There is nothing at {path}.' },
  'cluster.unknown': { status: 404, nb: 'Det finnes ingen klynge med navnet {cluster}.', en: 'There is no cluster named {cluster}.' },
  'company.unknown': { status: 404, nb: 'Det finnes ingen slik bedrift.', en: 'There is no such company.' },
  'company.otherName': {
    status: 409,
    nb: 'Navnet stemmer ikke. Skriv det nøyaktig slik: {name}.',
    en: 'The name is not the same. Write it exactly so: {name}.',
  },
  'flow.unknown': { status: 404, nb: 'Det finnes ingen slik strøm.', en: 'There is no such flow.' },
  'screening.unknown': { status: 404, nb: 'Det finnes ingen slik kartlegging.', en: 'There is no such screening.' },
  'import.unknown': { status: 404, nb: 'Det finnes ingen import {id}.', en: 'There is no import {id}.' },
  'import.empty': {
    status: 422,
    nb: 'Det er ingen rader å lagre i {file}. Se meldingene om filen.',
    en: 'There are no rows to store in {file}. See the messages about the file.',
  },
  'import.rejected': {
    status: 422,
    nb: 'Filen {file} kan ikke importeres. Se meldingene om filen.',
    en: 'The file {file} cannot be imported. See the messages about the file.',
  },
  'import.state': {
    status: 409,
    nb: 'Import {id} er {state} og kan ikke endres på denne måten.',
    en: 'Import {id} is {state} and cannot be changed in this way.',
  },
  'import.edited': {
    status: 409,
    nb: '{count} rader fra import {id} er endret siden. Bekreft at også disse skal angres.',
    en: '{count} rows of import {id} were changed since. Confirm that these are to be undone too.',
  },
  'import.notYours': {
    status: 403,
    nb: 'Filen sier noe om {companies}, som du ikke kan endre. Ta ut radene om dem, eller be bedriften selv eller konsulenten dens om å importere dem.',
    en: 'The file says something of {companies}, which you may not change. Take the rows about them out, or ask the company itself or its consultant to import them.',
  },
  'import.notHere': {
    status: 403,
    nb: 'Du kan ikke legge bedrifter inn i klyngen {cluster}. Velg en klynge du eller bedriftene dine er med i.',
    en: 'You may not put companies into the cluster {cluster}. Choose one that you or your companies are in.',
  },
  'import.cancelled': {
    status: 409,
    nb: 'Importen ble avbrutt; ingenting er lagret.',
    en: 'The import was cancelled; nothing was stored.',
  },
  'entry.conflict': {
    status: 409,
    nb: 'Det samme er skrevet på et annet sted siden. Velg hvilken utgave som gjelder; begge er tatt vare på.',
    en: 'The same was typed elsewhere since. Choose which one counts; both are kept.',
  },
  'entry.rejected': {
    status: 422,
    nb: '{count} rader kan ikke lagres slik de står. Rett dem som er merket; alt som er skrevet, er tatt vare på.',
    en: '{count} rows cannot be stored as they stand. Mend those that are marked; all that was typed is kept.',
  },
  'lead.unknown': { status: 404, nb: 'Det finnes ingen slik oppfølging.', en: 'There is no such lead.' },
  'lead.exists': {
    status: 409,
    nb: 'Dette treffet følges allerede opp. Last siden på nytt for å se det.',
    en: 'This match is being followed already. Reload the page to see it.',
  },
  'lead.move': {
    status: 409,
    nb: 'En oppfølging kan ikke gå fra «{from}» til «{to}».',
    en: 'A lead cannot go from "{from}" to "{to}".',
  },
  'lead.reason': {
    status: 422,
    nb: 'Den som avslutter en oppfølging, må oppgi hvorfor, og bare da.',
    en: 'Ending a lead takes a reason, and only ending does.',
  },
  'lead.reasonText': {
    status: 422,
    nb: 'Grunnen «annet» sier ingenting alene. Skriv noen ord om hvorfor.',
    en: 'The reason "other" says nothing by itself. Write a few words on why.',
  },
  'match.unknown': {
    status: 404,
    nb: 'Dette paret er ikke blant treffene. Dataene kan være endret; last siden på nytt.',
    en: 'This pair is not among the matches. The data may have changed; reload the page.',
  },
  'rule.unknown': { status: 404, nb: 'Det finnes ingen regel {id}.', en: 'There is no rule {id}.' },
  'scenario.unknown': { status: 404, nb: 'Det finnes ikke noe slikt scenario.', en: 'There is no such scenario.' },
  'scenario.stale': {
    status: 409,
    nb: 'Noen andre har endret scenarioet «{name}» siden du åpnet det. Lagre ditt under et nytt navn, eller åpne det på nytt.',
    en: 'Somebody else changed the scenario "{name}" after you opened it. Save yours under a new name, or open it again.',
  },
  'scenario.partners': {
    status: 422,
    nb: 'En felles gevinst deles mellom to til {most} bedrifter; disse treffene har {count}. Velg andre treff.',
    en: 'A joint saving is shared among two to {most} companies; these matches have {count}. Choose other matches.',
  },
  'register.unknown': { status: 404, nb: 'Det finnes ingen slik oppføring i registeret.', en: 'There is no such entry in the register.' },
  'register.stale': {
    status: 409,
    nb: 'Noen andre har endret «{title}» siden du åpnet den. Se hva som er nytt, og lagre på nytt; det du skrev er beholdt.',
    en: 'Somebody else changed "{title}" after you opened it. See what is new and save again; what you wrote is kept.',
  },
  'register.invalid': {
    status: 422,
    nb: 'Oppføringen mangler noe, eller noe passer ikke: {field}. En tjeneste har én bedrift og en side, andre oppføringer minst én bedrift.',
    en: 'Something is missing in the entry or does not fit: {field}. A service has one company and a side, other entries at least one company.',
  },
  'lead.stale': {
    status: 409,
    nb: 'Noen andre har endret oppfølgingen av «{surplus}» siden du åpnet den. Se hva som er nytt, og lagre på nytt; det du skrev er beholdt.',
    en: 'Somebody else changed the lead on "{surplus}" after you opened it. See what is new and save again; what you wrote is kept.',
  },
  'lead.notYours': {
    status: 403,
    nb: 'Dette gjør klyngelederen eller konsulenten. Du kan svare ja eller nei og skrive notater.',
    en: 'The cluster manager or the consultant does this. You can answer yes or no and write notes.',
  },
  'backup.unknown': { status: 404, nb: 'Det finnes ingen slik sikkerhetskopi.', en: 'There is no such backup.' },
  'backup.off': {
    status: 409,
    nb: 'Ingen mappe for sikkerhetskopier er oppgitt. Start Flytkart med «serve --backups MAPPE».',
    en: 'No folder for backups was named. Start Flytkart with "serve --backups DIR".',
  },
  'preview.unknown': {
    status: 404,
    nb: 'Forhåndsvisningen finnes ikke lenger. Slipp filen på siden på nytt.',
    en: 'The preview is no longer there. Drop the file on the page again.',
  },
  'preview.stale': {
    status: 409,
    nb: 'Dataene er endret siden forhåndsvisningen ble laget. Se gjennom den nye forhåndsvisningen.',
    en: 'The data changed after the preview was made. Look through the new preview.',
  },
  'file.unreadable': {
    status: 422,
    nb: 'Filen {file} kan ikke leses: {problem}.',
    en: 'The file {file} cannot be read: {problem}.',
  },
  'file.unwritable': {
    status: 422,
    nb: 'Filen {file} kan ikke skrives: {problem}.',
    en: 'The file {file} cannot be written: {problem}.',
  },
  'file.exists': {
    status: 409,
    nb: '{file} finnes allerede og blir ikke overskrevet. Velg et nytt navn.',
    en: '{file} is there already and is not overwritten. Choose a new name.',
  },
  'store.missing': {
    status: 404,
    nb: 'Det finnes ingen database i {file}. Importer en fil eller start «npx flytkart serve» for å lage den.',
    en: 'There is no database at {file}. Import a file or start "npx flytkart serve" to make it.',
  },
  'store.foreign': {
    status: 422,
    nb: '{file} er ikke en Flytkart-database. Oppgi en annen fil med --db.',
    en: '{file} is not a Flytkart database. Name another file with --db.',
  },
  'store.newer': {
    status: 422,
    nb: '{file} er skrevet av en nyere Flytkart (skjema {found}, dette programmet kan {known}). Oppdater Flytkart.',
    en: '{file} was written by a newer Flytkart (schema {found}, this program knows {known}). Update Flytkart.',
  },
  'store.corrupt': {
    status: 422,
    nb: '{file} er skadet ({problem}). Hent tilbake en sikkerhetskopi med «npx flytkart restore».',
    en: '{file} is damaged ({problem}). Bring back a backup with "npx flytkart restore".',
  },
  'store.busy': {
    status: 503,
    nb: 'Databasen er opptatt med en annen skriving. Prøv igjen om litt.',
    en: 'The database is busy with another write. Try again in a moment.',
  },
  'store.full': {
    status: 507,
    nb: 'Disken er full; ingenting av dette ble lagret. Frigjør plass og prøv igjen.',
    en: 'The disk is full; nothing of this was stored. Free some space and try again.',
  },
  'store.noPermission': {
    status: 403,
    nb: 'Flytkart har ikke lov til å lese eller skrive {file}. Sjekk rettighetene til filen og mappen.',
    en: 'Flytkart may not read or write {file}. Check the permissions of the file and its folder.',
  },
  'page.notBuilt': {
    status: 503,
    nb: 'Nettsidene er ikke bygget ennå. Kjør «npm run build» eller «npm start».',
    en: 'The pages are not built yet. Run "npm run build" or "npm start".',
  },
  'usage.wrong': { status: 400, nb: '{problem}', en: '{problem}' },
  internal: {
    status: 500,
    nb: 'Noe gikk galt i Flytkart. Ingenting ble lagret; prøv igjen, og meld fra med nummeret {number} om det gjentar seg.',
    en: 'Something went wrong inside Flytkart. Nothing was stored; try again, and report the number {number} if it happens again.',
  },
};

/** The system's codes for what is wrong with a file, in words. */
const PROBLEMS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ENOENT: { nb: 'det finnes ingen fil eller mappe med det navnet', en: 'there is no file or folder of that name' },
  noFolder: { nb: 'mappen finnes ikke; lag den først', en: 'its folder is not there; make it first' },
  ENOTDIR: { nb: 'en del av stien er ingen mappe', en: 'a part of the path is no folder' },
  EACCES: { nb: 'Flytkart har ikke lov til det; sjekk rettighetene', en: 'Flytkart may not do so; check the permissions' },
  EPERM: { nb: 'Flytkart har ikke lov til det; sjekk rettighetene', en: 'Flytkart may not do so; check the permissions' },
  EROFS: { nb: 'disken kan bare leses', en: 'the disk can only be read' },
  EISDIR: { nb: 'det er en mappe', en: 'it is a folder' },
  ENOSPC: { nb: 'disken er full', en: 'the disk is full' },
  EIO: { nb: 'disken svarte med en feil', en: 'the disk answered with an error' },
  EMFILE: { nb: 'for mange filer er åpne', en: 'too many files are open' },
  noFile: { nb: 'ingen fil er sendt i delen som heter file', en: 'no file was sent in the part named file' },
  unreadable: {
    nb: 'kan ikke leses; sjekk at innholdet er gyldig JSON og adressen gyldig',
    en: 'cannot be read; check that the content is valid JSON and the address valid',
  },
  LIMIT_FILE_COUNT: { nb: 'send én fil om gangen', en: 'send one file at a time' },
  LIMIT_UNEXPECTED_FILE: { nb: 'filen skal stå i delen som heter file', en: 'the file must stand in the part named file' },
  LIMIT_FIELD_COUNT: { nb: 'det er for mange felt', en: 'there are too many fields' },
  LIMIT_FIELD_KEY: { nb: 'et felt har for langt navn', en: 'the name of a field is too long' },
  LIMIT_FIELD_VALUE: { nb: 'et felt er for langt', en: 'a field is too long' },
  LIMIT_PART_COUNT: { nb: 'det er for mange deler', en: 'there are too many parts' },
  MISSING_FIELD_NAME: { nb: 'et felt mangler navn', en: 'a field has no name' },
  // States of an import.
  staged: { nb: 'ikke lagret ennå', en: 'not stored yet' },
  committed: { nb: 'lagret', en: 'stored' },
  undone: { nb: 'angret', en: 'undone' },
  discarded: { nb: 'forkastet', en: 'discarded' },
  EBUSY: { nb: 'et annet program holder den', en: 'another program holds it' },
};
const inWords = (value: string | number, language: Language): string => PROBLEMS[value]?.[language] ?? String(value);

/**
 * The sentence for an error. A value may have words for each language (`problem_nb`, `problem_en`). One that the template names but nobody gave stays
 * visible as its name, so that a gap is seen.
 */
export const errorText = (error: Pick<AppError, 'code' | 'values'>, language: Language): string =>
  ERRORS[error.code][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    inWords(error.values[`${name}_${language}`] ?? error.values[name] ?? whole, language),
  );
