// The dozen questions of the quick screening.
import type { Language } from './words.ts';

export const QUESTIONS = [
  'product',
  'raw',
  'byproduct',
  'waste',
  'heatOut',
  'heatIn',
  'cold',
  'power',
  'fuel',
  'water',
  'emission',
  'wanted',
] as const;
export type Question = (typeof QUESTIONS)[number];

type Asked = { readonly ask: string; readonly example: string };

const nb: Readonly<Record<Question, Asked>> = {
  product: { ask: 'Hva lager eller selger dere mest av?', example: 'Laksefilet, trelast, aluminiumsprofiler' },
  raw: { ask: 'Hva kjøper dere mest av, av råvarer og innsatsvarer?', example: 'Kvarts, mel, stålplater' },
  byproduct: { ask: 'Hva blir til overs som andre kunne brukt?', example: 'Bark, myse, avskjær, slagg' },
  waste: { ask: 'Hvilket avfall leverer dere mest av?', example: 'Trevirke, plast, slam, restavfall' },
  heatOut: { ask: 'Hvor slipper dere ut varme?', example: 'Kjølevann, røykgass, kjølemaskiner, avtrekk' },
  heatIn: { ask: 'Hva trenger dere varme til?', example: 'Romvarme, vask, tørking, damp' },
  cold: { ask: 'Hva trenger dere kulde eller is til?', example: 'Fryselager, prosesskjøling, is til fisk' },
  power: { ask: 'Hvor mye strøm bruker dere?', example: 'Elektrisitet' },
  fuel: { ask: 'Hvilket brensel bruker dere?', example: 'Naturgass, fyringsolje, flis' },
  water: { ask: 'Hvor mye vann bruker dere, og hva slags?', example: 'Ferskvann, sjøvann' },
  emission: { ask: 'Hva slipper dere ut til luft eller vann?', example: 'CO2, prosessavløp' },
  wanted: { ask: 'Hva kunne dere brukt av andres overskudd?', example: 'Lunkent vann, flis, CO2, gjenvunnet plast' },
};
const en: Readonly<Record<Question, Asked>> = {
  product: { ask: 'What do you make or sell most of?', example: 'Salmon fillet, sawn timber, aluminium profiles' },
  raw: { ask: 'Which raw materials and supplies do you buy most of?', example: 'Quartz, flour, steel plate' },
  byproduct: { ask: 'What is left over that others could use?', example: 'Bark, whey, trimmings, slag' },
  waste: { ask: 'Which waste do you hand in most of?', example: 'Wood waste, plastics, sludge, residual waste' },
  heatOut: { ask: 'Where do you give off heat?', example: 'Cooling water, flue gas, refrigeration, exhaust air' },
  heatIn: { ask: 'What do you need heat for?', example: 'Space heating, washing, drying, steam' },
  cold: { ask: 'What do you need cold or ice for?', example: 'Cold store, process cooling, ice for fish' },
  power: { ask: 'How much electricity do you use?', example: 'Electricity' },
  fuel: { ask: 'Which fuel do you use?', example: 'Natural gas, fuel oil, wood chips' },
  water: { ask: 'How much water do you use, and of which kind?', example: 'Fresh water, sea water' },
  emission: { ask: 'What do you emit to air or water?', example: 'CO2, process effluent' },
  wanted: { ask: 'What could you use of the surplus of others?', example: 'Tepid water, wood chips, CO2, recycled plastics' },
};

export const QUICK_WORDS = { nb, en } satisfies Readonly<Record<Language, Readonly<Record<Question, Asked>>>>;
