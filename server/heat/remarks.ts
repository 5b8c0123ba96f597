// What reading a flow as heat has to say: what was assumed, what is worth asking, what cannot be. One table, both languages.

type Template = { readonly nb: string; readonly en: string };

/** Values in braces, as in the table of matching's reasons: `{name:0}` a number with at most so many decimals. */
export const HEAT_REMARKS = {
  'heat.assumedSupply': {
    nb: 'Temperaturen er ikke oppgitt; regnet med {value:0} °C ({low:0}-{high:0}).',
    en: 'The temperature is not stated; {value:0} °C ({low:0}-{high:0}) is assumed.',
  },
  'heat.assumedReturn': {
    nb: 'Returtemperaturen er ikke oppgitt; regnet med {value:0} °C ({low:0}-{high:0}).',
    en: 'The return temperature is not stated; {value:0} °C ({low:0}-{high:0}) is assumed.',
  },
  'heat.assumedStack': {
    nb: 'Røykgassen kjøles ikke under {value:0} °C ({low:0}-{high:0}).',
    en: 'The flue gas is not cooled below {value:0} °C ({low:0}-{high:0}).',
  },
  'heat.assumedSaturated': {
    nb: 'Damptrykket er ikke oppgitt; regnet som mettet damp ved {value:0} °C.',
    en: 'The steam pressure is not stated; taken as saturated at {value:0} °C.',
  },
  'heat.assumedCondensate': {
    nb: 'Kondensatets temperatur er ikke oppgitt; regnet med {value:0} °C ({low:0}-{value:0}), altså bare kondenseringen.',
    en: 'The condensate temperature is not stated; {value:0} °C ({low:0}-{value:0}) is assumed, so only condensing is counted.',
  },
  'heat.assumedBoiling': {
    nb: 'Matevannets temperatur er ikke oppgitt; regnet med {value:0} °C ({low:0}-{value:0}), altså bare fordampingen.',
    en: 'The feedwater temperature is not stated; {value:0} °C ({low:0}-{value:0}) is assumed, so only boiling is counted.',
  },
  'heat.assumedHours': {
    nb: 'Driftstimer er ikke oppgitt; massestrømmen er regnet hele året ({value:0} t).',
    en: 'Operating hours are not stated; the mass flow is taken to run all year ({value:0} h).',
  },
  'heat.assumedProfile': {
    nb: 'Månedsprofil er ikke oppgitt; {value:%} ({low:%}-{high:%}) av året er regnet jevnt fordelt, resten følger graddagene.',
    en: 'The monthly profile is not stated; {value:%} ({low:%}-{high:%}) of the year is taken as even, the rest follows the degree days.',
  },
  'heat.assumedHeat': {
    nb: 'Ordene sier ikke at dette er varme; mengden ved {value:0} °C er regnet som varme.',
    en: 'The words do not say that this is heat; the amount at {value:0} °C is taken as heat.',
  },
  'heat.assumedAllYear': {
    nb: 'Driftstimer er ikke oppgitt; time for time er den regnet som i drift hele året ({value:0} t, {low:0}-{value:0}).',
    en: 'Operating hours are not stated; hour by hour it is taken to run all year ({value:0} h, {low:0}-{value:0}).',
  },
  'heat.assumedOneShift': {
    nb: '{hours:0} driftstimer er regnet som ett skift, mandag til fredag kl. {from:0}-{to:0} (vanlig {low:0}-{high:0} t).',
    en: '{hours:0} operating hours are taken as one shift, Monday to Friday {from:0}-{to:0} (usually {low:0}-{high:0} h).',
  },
  'heat.assumedTwoShifts': {
    nb: '{hours:0} driftstimer er regnet som to skift, mandag til fredag kl. {from:0}-{to:0} (vanlig {low:0}-{high:0} t).',
    en: '{hours:0} operating hours are taken as two shifts, Monday to Friday {from:0}-{to:0} (usually {low:0}-{high:0} h).',
  },
  'heat.assumedThreeShifts': {
    nb: '{hours:0} driftstimer er regnet som tre skift, mandag til fredag hele døgnet (vanlig {low:0}-{high:0} t).',
    en: '{hours:0} operating hours are taken as three shifts, Monday to Friday round the clock (usually {low:0}-{high:0} h).',
  },
  'heat.assumedGauge': {
    nb: '{value:1} bar er lest som overtrykk ({absolute:1} bar absolutt).',
    en: '{value:1} bar is read as gauge pressure ({absolute:1} bar absolute).',
  },
  'heat.beyondSteamTable': {
    nb: 'Trykket ligger utenfor damptabellen; {value:0} °C er mindre sikkert.',
    en: 'The pressure lies outside the steam table; {value:0} °C is less sure.',
  },
  'heat.askSupply': { nb: 'Hvilken temperatur har strømmen?', en: 'What temperature does the flow have?' },
  'heat.askReturn': {
    nb: 'Hvilken temperatur har strømmen etter bruk (retur)?',
    en: 'What temperature does the flow have after use (return)?',
  },
  'heat.askAmount': { nb: 'Hvor mye varme er det i året?', en: 'How much heat is there in a year?' },
  'heat.askPressure': {
    nb: 'Hvilket trykk har dampen, og er det overtrykk eller absolutt?',
    en: 'What pressure does the steam have, gauge or absolute?',
  },
  'heat.askProfile': { nb: 'Hvordan fordeler varmen seg over månedene?', en: 'How does the heat lie over the months?' },
  'heat.askHeat': {
    nb: 'Er dette varme, og hva bærer den (vann, røykgass, damp)?',
    en: 'Is this heat, and what carries it (water, flue gas, steam)?',
  },
  'heat.askShifts': {
    nb: 'Hvilke dager og timer går den, og når er det stans?',
    en: 'Which days and hours does it run, and when does it stand still?',
  },
  'heat.askStack': {
    nb: 'Hvor kald kan røykgassen bli (svovel, fukt, krav)?',
    en: 'How cold may the flue gas become (sulphur, moisture, limits)?',
  },
  'heat.direction': {
    nb: 'Returen er {return:0} °C og turen {supply:0} °C: returen må være kaldere. Bytt dem om, eller rett den ene.',
    en: 'The return is {return:0} °C and the supply {supply:0} °C: the return must be colder. Swap them, or correct one.',
  },
  'heat.steamColder': {
    nb: 'Dampen er {supply:0} °C, men kondenserer ved {saturation:0} °C under dette trykket. Rett temperaturen eller trykket (overtrykk eller absolutt?).',
    en: 'The steam is {supply:0} °C but condenses at {saturation:0} °C at this pressure. Correct temperature or pressure (gauge or absolute?).',
  },
  'heat.energyContradiction': {
    nb: 'Oppgitt energi er {stated:0} MWh, massestrømmen gir {computed:0} MWh. Rett energi, massestrøm, temperaturer eller driftstimer.',
    en: 'The stated energy is {stated:0} MWh, the mass flow gives {computed:0} MWh. Correct energy, mass flow, temperatures or hours.',
  },
  'heat.peakUnderMean': {
    nb: 'Høyeste effekt er {peak:0} kW, men årets middel er {mean:0} kW. Rett den ene (kW eller MW? MWh eller GWh?).',
    en: 'The peak is {peak:0} kW but the mean of the year is {mean:0} kW. Correct one of them (kW or MW? MWh or GWh?).',
  },
  'heat.copRises': {
    nb: 'COP er {cop:1} ved {lift:0} K løft, men {other:1} ved {otherLift:0} K: en varmepumpe gir mindre når løftet øker. Rett COP eller løft i raden.',
    en: 'The COP is {cop:1} at a lift of {lift:0} K but {other:1} at {otherLift:0} K: a heat pump gives less as the lift grows. Correct COP or lift in the row.',
  },
  'heat.hoursImpossible': {
    nb: 'Driftstimer er {hours:0}; et år har 1 til 8784. Rett tallet.',
    en: 'The operating hours are {hours:0}; a year has 1 to 8784. Correct the number.',
  },
  'heat.negative': {
    nb: 'Mengden er {found:0}; den kan ikke være negativ. Skriv den uten fortegn.',
    en: 'The amount is {found:0}; it cannot be negative. Write it without a sign.',
  },
  'heat.noMass': {
    nb: 'En volumstrøm av dette mediet sier ikke hvor mye varme det er. Oppgi energi, eller masse per time.',
    en: 'A volume flow of this medium does not tell how much heat it is. State energy, or mass per hour.',
  },
  'heat.stackTooCold': {
    nb: 'Røykgassen er {supply:0} °C og kan ikke kjøles under {floor:0} °C: ingen varme å hente.',
    en: 'The flue gas is {supply:0} °C and may not be cooled below {floor:0} °C: no heat to take.',
  },
} as const satisfies Record<string, Template>;

export type HeatRemarkCode = keyof typeof HEAT_REMARKS;

/** `field` is the flow's field that an answer or a correction would change; `factor` the row of data/ that stood in. */
export type HeatRemark = {
  readonly code: HeatRemarkCode;
  readonly flow: string;
  readonly field: string;
  readonly values: Readonly<Record<string, number>>;
  readonly factor: string | null;
};
