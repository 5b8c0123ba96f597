// Every sentence that matching says, once, in both languages. A test holds that each code of the engine has its templates.
import type { Reason } from '../domain/match.ts';
import type { Language } from './errors.ts';

type Template = { readonly nb: string; readonly en: string };

/**
 * `{name}` is the value of that name, as the language has it where both `name_nb` and `name_en` are given; `{name:2}` a number with at most two
 * decimals; `{name:%}` a share as per cent.
 */
export const REASONS: Readonly<Record<string, Template>> = {
  'resource.same': { nb: 'Begge er {resource}.', en: 'Both are {resource}.' },
  'resource.sameUnsure': { nb: 'Begge kan være {resource}; ordene er ikke sikre.', en: 'Both may be {resource}; the words leave doubt.' },
  'resource.related': { nb: '{resource} og {use} hører sammen.', en: '{resource} and {use} belong together.' },
  'resource.relatedUnsure': {
    nb: '{resource} og {use} ligger nær hverandre; spør hva som menes.',
    en: '{resource} and {use} lie close; ask what is meant.',
  },
  'resource.rule': { nb: '{resource} kan brukes som {use} (regel {rule}).', en: '{resource} can serve as {use} (rule {rule}).' },
  'resource.ruleUnsure': {
    nb: '{resource} kan brukes som {use} (regel {rule}), om ordene er rett forstått.',
    en: '{resource} can serve as {use} (rule {rule}), if the words are rightly understood.',
  },
  'resource.via': { nb: 'Kan nå behovet gjennom {via} (regel {rule}).', en: 'Can reach the need through a {via} (rule {rule}).' },
  'resource.words': { nb: 'Ordene ligner; ingen regel sier at det passer.', en: 'The words are alike; no rule says that it fits.' },
  'resource.kind': { nb: 'Samme slag strøm; ingen regel sier mer.', en: 'The same kind of flow; no rule says more.' },
  'quality.grade': { nb: 'Behovet gjelder {wanted}, overskuddet er {given}.', en: 'The need is for {wanted}, the surplus is {given}.' },
  'quality.over': {
    nb: 'Overskuddet har {property} {value:2} {unit}, høyst {limit:2} {unit} tåles.',
    en: 'The surplus has {property} {value:2} {unit}, at most {limit:2} {unit} is accepted.',
  },
  'quality.under': {
    nb: 'Overskuddet har {property} {value:2} {unit}, minst {limit:2} {unit} kreves.',
    en: 'The surplus has {property} {value:2} {unit}, at least {limit:2} {unit} is required.',
  },
  'quality.blend': {
    nb: 'Overskuddets {property} er litt utenfor {limit:2} {unit}; blanding kan rette det opp.',
    en: 'The {property} of the surplus is a little outside {limit:2} {unit}; blending can even it out.',
  },
  'quality.treat': {
    nb: 'Overskuddets {property} er utenfor {limit:2} {unit}; forbehandling kan rette det opp ({treatment}).',
    en: 'The {property} of the surplus is outside {limit:2} {unit}; treatment can put it right ({treatment}).',
  },
  'quality.met': { nb: 'Kravene som er oppgitt, er møtt ({limits}).', en: 'The limits that are stated are met ({limits}).' },
  'quality.notStated': {
    nb: 'Behovet krever {property} {limit:2} {unit}; overskuddet sier ikke hva det har.',
    en: 'The need limits {property} to {limit:2} {unit}; the surplus does not state it.',
  },
  'quality.ask': {
    nb: 'Kvaliteten er ikke oppgitt. Det som teller: {conditions}.',
    en: 'The quality is not stated. What counts: {conditions}.',
  },
  'quality.unknown': { nb: 'Kvaliteten er ikke oppgitt.', en: 'The quality is not stated.' },
  'temperature.notHeat': { nb: 'Temperaturen avgjør ikke her.', en: 'Temperature does not decide here.' },
  'temperature.direct': {
    nb: '{drop:0} K varmere enn behovet: direkte varmeveksling.',
    en: '{drop:0} K hotter than the need: direct heat exchange.',
  },
  'temperature.heatPump': {
    nb: 'Må løftes {lift:0} K med varmepumpe (COP {cop:1}).',
    en: 'Must be lifted {lift:0} K by a heat pump (COP {cop:1}).',
  },
  'temperature.preheats': {
    nb: 'Varmer {share:%} av behovet direkte; resten trenger annen varme.',
    en: 'Heats {share:%} of the need by itself; the rest takes other heat.',
  },
  'temperature.tooCold': { nb: '{gap:1} K for kald, også med varmepumpe.', en: '{gap:1} K too cold, even with a heat pump.' },
  'temperature.tooHot': {
    nb: 'Behovet er {gap:1} K varmere enn noen varmepumpe når.',
    en: 'The need is {gap:1} K hotter than any heat pump reaches.',
  },
  'temperature.unknown': { nb: 'Temperaturen er ikke oppgitt.', en: 'The temperature is not stated.' },
  'time.together': { nb: '{share:%} av året faller i de samme månedene.', en: '{share:%} of the year falls in the same months.' },
  'time.partly': { nb: 'Bare {share:%} av året faller i de samme månedene.', en: 'Only {share:%} of the year falls in the same months.' },
  'time.apart': {
    nb: 'Overskudd og behov kommer ikke samtidig: {share:%} felles, minst {least:%} trengs.',
    en: 'Surplus and need do not come together: {share:%} in common, at least {least:%} is needed.',
  },
  'time.unknown': { nb: 'Månedene er ikke oppgitt.', en: 'The months are not stated.' },
  'volume.enough': {
    nb: '{given:0} {unit} gis, {taken:0} {unit} trengs i året.',
    en: '{given:0} {unit} a year is given, {taken:0} {unit} is needed.',
  },
  'volume.small': { nb: 'Dekker bare {share:%} av behovet.', en: 'Covers only {share:%} of the need.' },
  'volume.belowLot': {
    nb: '{amount:2} {unit} i året er under minste mengde, {least:2} {unit}.',
    en: '{amount:2} {unit} a year is below the least lot, {least:2} {unit}.',
  },
  'volume.otherUnit': {
    nb: 'Mengdene står i {surplus} og {need}; omregning må avtales.',
    en: 'The amounts are in {surplus} and {need}; a conversion must be agreed.',
  },
  'volume.unknown': { nb: 'Mengden er ikke oppgitt.', en: 'The amount is not stated.' },
  'distance.near': { nb: '{km:1} km fra hverandre.', en: '{km:1} km apart.' },
  'distance.longHaul': {
    nb: '{km:0} km er lengre enn {reach:0} km; bare verdifulle varer tåler frakten.',
    en: '{km:0} km is over {reach:0} km; only valuable goods bear the haul.',
  },
  'distance.assumed': {
    nb: '{km:1} km fra hverandre; inntil {reach:0} km er antatt, for verdien er ikke kjent.',
    en: '{km:1} km apart; up to {reach:0} km is assumed, as the value is not known.',
  },
  'distance.noGain': {
    nb: '{km:1} km fra hverandre; med de faktorene som finnes lønner det seg ikke selv om avstanden var null.',
    en: '{km:1} km apart; by the factors at hand it would not pay even at no distance.',
  },
  'distance.perhaps': {
    nb: '{km:1} km fra hverandre; de sannsynlige tallene bærer {reach:1} km, {most:1} km er ikke utelukket.',
    en: '{km:1} km apart; the likely figures bear {reach:1} km, {most:1} km is not ruled out.',
  },
  'distance.farButPays': {
    nb: '{km:0} km er lengre enn det som er vanlig ({usual:0} km), men lønner seg inntil {reach:0} km.',
    en: '{km:0} km is farther than usual ({usual:0} km), but pays up to {reach:0} km.',
  },
  'distance.breakEven': { nb: '{km:1} km fra hverandre; lønner seg inntil {reach:1} km.', en: '{km:1} km apart; pays up to {reach:1} km.' },
  'distance.beyondBreakEven': {
    nb: '{km:1} km er for langt: lønner seg inntil {reach:1} km, og det er lite å hente lenger unna enn {most:1} km.',
    en: '{km:1} km is too far: it pays up to {reach:1} km, and hardly ever beyond {most:1} km.',
  },
  'distance.tooFar.heat': {
    nb: '{km:0} km er for langt for et varmerør (høyst {reach:0} km, antatt, for verdien er ikke kjent).',
    en: '{km:0} km is too far for a heat pipe (at most {reach:0} km, assumed, as the value is not known).',
  },
  'distance.tooFar.steam': {
    nb: '{km:0} km er for langt for damp (høyst {reach:0} km, antatt, for verdien er ikke kjent).',
    en: '{km:0} km is too far for steam (at most {reach:0} km, assumed, as the value is not known).',
  },
  'distance.tooFar.pipe': {
    nb: '{km:0} km er for langt for et rør (høyst {reach:0} km, antatt, for verdien er ikke kjent).',
    en: '{km:0} km is too far for a pipe (at most {reach:0} km, assumed, as the value is not known).',
  },
  'distance.tooFar.gas': {
    nb: '{km:0} km er for langt for gassen (høyst {reach:0} km, antatt, for verdien er ikke kjent).',
    en: '{km:0} km is too far for the gas (at most {reach:0} km, assumed, as the value is not known).',
  },
  'distance.tooFar.service': {
    nb: '{km:0} km er for langt for en felles tjeneste (høyst {reach:0} km, antatt, for verdien er ikke kjent).',
    en: '{km:0} km is too far for a shared service (at most {reach:0} km, assumed, as the value is not known).',
  },
  'distance.unknown': { nb: 'Minst ett sted er ikke kjent.', en: 'At least one place is not known.' },
  'law.none': { nb: 'Ingen regelverk er ført opp for denne bruken.', en: 'No rules of law are listed for this use.' },
  'law.ask': { nb: 'Sjekk regelverket: {flags}.', en: 'Check the rules: {flags}.' },
  'law.dutyPlant': {
    nb: 'Giveren tar inn over {least:0} MW: plikt til å vurdere overskuddsvarmen ({flag}, vedtatte endringer i energiloven); status må sjekkes.',
    en: 'The giver takes in over {least:0} MW: duty to examine its surplus heat ({flag}, adopted amendments to the Energy Act); status to check.',
  },
  'law.dutyPlantAsk': {
    nb: 'Giveren tar inn over {least:0} MW: plikt til å vurdere overskuddsvarmen ({flag}, vedtatte endringer i energiloven); status må sjekkes. Sjekk også: {flags}.',
    en: 'The giver takes in over {least:0} MW: duty to examine its surplus heat ({flag}, adopted amendments to the Energy Act); status to check. Check also: {flags}.',
  },
  'law.dutyData': {
    nb: 'Datasenter over {least:0} MW: plikt til å vurdere overskuddsvarmen ({flag}, vedtatte endringer i energiloven); status må sjekkes.',
    en: 'Data centre over {least:0} MW: duty to examine its surplus heat ({flag}, adopted amendments to the Energy Act); status to check.',
  },
  'law.dutyDataAsk': {
    nb: 'Datasenter over {least:0} MW: plikt til å vurdere overskuddsvarmen ({flag}, vedtatte endringer i energiloven); status må sjekkes. Sjekk også: {flags}.',
    en: 'Data centre over {least:0} MW: duty to examine its surplus heat ({flag}, adopted amendments to the Energy Act); status to check. Check also: {flags}.',
  },
  'law.stop': { nb: 'Ikke lov: {why} ({flag}).', en: 'Not lawful: {why} ({flag}).' },
  'sharing.internal': { nb: 'Innenfor samme bedrift.', en: 'Within one company.' },
  'sharing.open': { nb: 'Begge er delt slik at de kan kobles.', en: 'Both are shared so that they can be matched.' },
  'sharing.own': { nb: 'Strømmen er bare delt i egen bedrift.', en: 'The flow is kept to its own company.' },
  'ask.temperature': { nb: 'Hvor varm er «{words}» (tur og retur, °C)?', en: 'How hot is "{words}" (supply and return, °C)?' },
  'ask.quantity': { nb: 'Hvor mye er «{words}» i året?', en: 'How much is "{words}" a year?' },
  'ask.quality': { nb: 'Hvilken kvalitet har «{words}»?', en: 'What is the quality of "{words}"?' },
  'ask.permit': {
    nb: 'Har mottakeren av «{words}» de tillatelsene som trengs ({flags})?',
    en: 'Does the taker of "{words}" hold the permits needed ({flags})?',
  },
  'ask.price': {
    nb: 'Hva koster eller betaler «{words}» i dag?',
    en: 'What does "{words}" cost or pay today?',
  },
  'ask.duty': {
    nb: 'Er det vurdert hva overskuddsvarmen «{words}» kan brukes til, og gjelder plikten ({flag}) nå?',
    en: 'Has it been examined what the surplus heat "{words}" could be used for, and is the duty ({flag}) in force?',
  },
  'ask.place': { nb: 'Hvor er «{words}»?', en: 'Where is "{words}"?' },
  'ask.profile': { nb: 'I hvilke måneder kommer «{words}»?', en: 'In which months does "{words}" come?' },
  'ask.role': { nb: 'Er «{words}» et overskudd, et avfall eller et produkt?', en: 'Is "{words}" a surplus, a waste or a product?' },
  'assume.conversion': { nb: '{from} regnet om til {to} for {resource}.', en: '{from} converted to {to} for {resource}.' },
  'assume.worth': {
    nb: 'Verdi for mottakeren: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Worth to the taker: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.price': {
    nb: 'Erstatter: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Replaces: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.sold': {
    nb: 'Går tapt av salg i dag: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'No longer earned by selling: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.gate': {
    nb: 'Slipper: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'No longer paid: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.co2': {
    nb: 'Klima: {name}, {value:2} ({low:2} til {high:2}) {unit}.',
    en: 'Climate: {name}, {value:2} ({low:2} to {high:2}) {unit}.',
  },
  'assume.handling': {
    nb: 'Håndtering: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Handling: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.haul': {
    nb: 'Frakt: {name}, {value:1} ({low:1} til {high:1}) {unit}.',
    en: 'Haul: {name}, {value:1} ({low:1} to {high:1}) {unit}.',
  },
  'assume.winding': { nb: '{name}: {value:1} ({low:1} til {high:1}).', en: '{name}: {value:1} ({low:1} to {high:1}).' },
  'assume.treatment': {
    nb: 'Forbehandling: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Treatment: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.setup': { nb: '{name}: {value:0} ({low:0} til {high:0}) {unit}.', en: '{name}: {value:0} ({low:0} to {high:0}) {unit}.' },
  'assume.replaced': {
    nb: 'Erstatter: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Replaces: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.pipe': {
    nb: 'Rør: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Pipe: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.exchanger': {
    nb: 'Varmeveksler: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Exchanger: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.hours': {
    nb: 'Driftstid: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Hours: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.pump': {
    nb: 'Pumping: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Pumping: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.power': {
    nb: 'Strøm: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Power: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'assume.heatPump': {
    nb: 'Varmepumpe: {name}, {value:0} ({low:0} til {high:0}) {unit}.',
    en: 'Heat pump: {name}, {value:0} ({low:0} to {high:0}) {unit}.',
  },
  'row.companyMissing': {
    nb: 'companies, linje {line}: company_id mangler; raden er utelatt.',
    en: 'companies, line {line}: company_id is missing; the row is left out.',
  },
  'row.companyTwice': {
    nb: 'companies, linje {line}: company_id «{found}» finnes allerede; raden er utelatt.',
    en: 'companies, line {line}: company_id "{found}" is there already; the row is left out.',
  },
  'row.place': {
    nb: 'companies, linje {line}: «{found}» er ikke et sted (lat -90 til 90, lon -180 til 180); stedet regnes som ukjent.',
    en: 'companies, line {line}: "{found}" is no place (lat -90 to 90, lon -180 to 180); the place counts as unknown.',
  },
  'row.flowMissing': {
    nb: 'flows, linje {line}: flow_id mangler; raden er utelatt.',
    en: 'flows, line {line}: flow_id is missing; the row is left out.',
  },
  'row.flowTwice': {
    nb: 'flows, linje {line}: flow_id «{found}» finnes allerede; raden er utelatt.',
    en: 'flows, line {line}: flow_id "{found}" is there already; the row is left out.',
  },
  'row.companyUnknown': {
    nb: 'flows, linje {line}: bedriften «{found}» står ikke i companies; raden er utelatt.',
    en: 'flows, line {line}: company "{found}" is not in companies; the row is left out.',
  },
  'row.direction': {
    nb: 'flows, linje {line}: direction er «{found}»; surplus eller need ventes. Raden er utelatt.',
    en: 'flows, line {line}: direction is "{found}"; surplus or need is expected. The row is left out.',
  },
  'row.resource': {
    nb: 'flows, linje {line}: resource mangler; raden er utelatt.',
    en: 'flows, line {line}: resource is missing; the row is left out.',
  },
  'row.quantity': {
    nb: 'flows, linje {line}: quantity er «{found}»; et tall med desimalpunktum ventes. Mengden regnes som ukjent.',
    en: 'flows, line {line}: quantity is "{found}"; a number with a decimal point is expected. The amount counts as unknown.',
  },
  'row.unit': {
    nb: 'flows, linje {line}: enheten «{found}» er ukjent; mengden regnes som ukjent.',
    en: 'flows, line {line}: the unit "{found}" is unknown; the amount counts as unknown.',
  },
  'row.temperature': {
    nb: 'flows, linje {line}: temperature_c er «{found}»; °C som tall ventes. Temperaturen regnes som ukjent.',
    en: 'flows, line {line}: temperature_c is "{found}"; °C as a number is expected. The temperature counts as unknown.',
  },
  'file.columns': { nb: '{file}: kolonnen {column} mangler.', en: '{file}: the column {column} is missing.' },
  'file.csv': { nb: '{file}: filen kan ikke leses som CSV ({problem}).', en: '{file}: the file cannot be read as CSV ({problem}).' },
};

const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', en: 'en-GB' };

const formats = new Map<string, Intl.NumberFormat>();

/** Made once a language and form: making one costs a hundred times what using it does. */
function formatOf(format: string, language: Language): Intl.NumberFormat {
  const key = `${language}${format}`;
  let made = formats.get(key);
  if (made === undefined) {
    const options = format === '%' ? { style: 'percent' as const, maximumFractionDigits: 0 } : { maximumFractionDigits: Number(format) };
    formats.set(key, (made = new Intl.NumberFormat(LOCALES[language], options)));
  }
  return made;
}

const shown = (value: string | number, format: string | undefined, language: Language): string =>
  typeof value === 'string' ? value : formatOf(format ?? '2', language).format(value);

/** The sentence for a reason. A code without templates, or a value nobody gave, stays visible as its name, so that a gap is seen. */
const YEAR = { nb: { alone: 'år', per: '/år' }, en: { alone: 'years', per: '/year' } } as const;
/** Units of the factor tables as a person reads them: `y` is a year. */
const unitText = (unit: string, language: Language): string =>
  unit === 'y' ? YEAR[language].alone : unit.replace(/\/y$/, YEAR[language].per);

export function reasonText(reason: Reason, language: Language): string {
  const template = REASONS[reason.code];
  if (template === undefined) return `${reason.code} ${JSON.stringify(reason.values)}`;
  return template[language].replaceAll(/\{(\w+)(?::([\d%]))?\}/g, (whole, name: string, format: string | undefined) => {
    const value = reason.values[`${name}_${language}`] ?? reason.values[name];
    if (value === undefined) return whole;
    return shown(name === 'unit' && typeof value === 'string' ? unitText(value, language) : value, format, language);
  });
}
