// Why somebody is not on the network, in both languages; values in braces as in the table of matching's reasons.

type Template = { readonly nb: string; readonly en: string };

export const NETWORK_REASONS = {
  'network.noPlace': {
    nb: 'Stedet er ikke kjent. Oppgi adresse eller koordinater.',
    en: 'The place is not known. State an address or coordinates.',
  },
  'network.noHeat': { nb: 'Ingen varmemengde er kjent. Oppgi energi per år.', en: 'No amount of heat is known. State the energy a year.' },
  'network.tooHot': {
    nb: 'Trenger {needs:0} °C; nettet har {supplies:0} °C.',
    en: 'Needs {needs:0} °C; the network has {supplies:0} °C.',
  },
  'network.sinkTooHot': {
    nb: 'Nettets {supplies:0} °C er varmere enn varmepumper leverer.',
    en: "The network's {supplies:0} °C is hotter than heat pumps deliver.",
  },
  'network.liftTooLarge': {
    nb: 'Kilden er {has:0} °C: løftet på {lift:0} K til nettet er for stort for en varmepumpe.',
    en: 'The source is {has:0} °C: the lift of {lift:0} K to the network is too large for a heat pump.',
  },
  'network.tooFar': {
    nb: 'Nærmeste mulige rør er lengre enn {limit:0} km.',
    en: 'The nearest possible pipe is longer than {limit:0} km.',
  },
  'network.alternativeCheaper': {
    nb: 'Varmen som erstattes koster {worth:0} kr/MWh; nettets varme {cost:0} kr/MWh før rør.',
    en: "The heat replaced costs {worth:0} NOK/MWh; the network's {cost:0} NOK/MWh before any pipe.",
  },
  'network.trenchTooLong': {
    nb: 'Grøften blir {metres:0} m; varmen betaler for {pays:0} m.',
    en: 'The trench is {metres:0} m; the heat pays for {pays:0} m.',
  },
  'network.notNeeded': {
    nb: 'Andre kilder dekker kundene billigere.',
    en: 'Other sources serve the customers at less cost.',
  },
  'network.noSources': {
    nb: 'Ingen kilde kan gi varme til nettet. Finn overskudd som er varmt nok, eller som en varmepumpe kan løfte.',
    en: 'No source can give heat to the network. Find surplus that is hot enough, or that a heat pump can lift.',
  },
  'network.noCustomers': { nb: 'Ingen kunde betaler for røret hit.', en: 'No customer pays for the pipe to here.' },
  'network.crowdedOut': { nb: 'Kildenes varme er mer verdt hos andre.', en: "The sources' heat is worth more at others." },
  'network.switchedOff': { nb: 'Slått av.', en: 'Switched off.' },
} as const satisfies Record<string, Template>;

export type NetworkReason = { readonly code: keyof typeof NETWORK_REASONS; readonly values: Readonly<Record<string, number>> };
