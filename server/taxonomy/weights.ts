// The few weights of the classifier, judged once and checked on held-out lines (test/taxonomy/lines.test.ts). No physics or money among them.

/** How much a part of the line counts, by what opened it and whether the flow comes in or goes out. */
export const SEGMENT_WEIGHT = {
  main: { in: 1, out: 1 },
  comma: { in: 0.5, out: 0.5 },
  origin: { in: 0.45, out: 0.45 },
  use: { in: 1, out: 0.25 },
  as: { in: 0.9, out: 0.3 },
  with: { in: 0.3, out: 0.3 },
  without: { in: 0.05, out: 0.05 },
  place: { in: 0.3, out: 0.3 },
} as const;

export const WEIGHTS = {
  /** A word that names no resource by itself ("waste", "råstoff") beside one that does. */
  emptyWord: 0.12,
  /** A word that no table knows: a place, a brand, a misspelling beyond repair. */
  unknownWord: 0.35,
  unknownBesideForm: 0.9,
  /** A word that tells only the kind of flow, or only the form, beside one that tells the stuff. */
  kindWord: 0.3,
  formWord: 0.55,
  /** The last word of the main part says what it is; the others what sort. */
  headWord: 1.5,
  /** What a known word counts inside a longer compound, and the head's share of the compound. */
  insideCompound: 0.95,
  headShare: 0.6,
  partOfKnownCompound: 0.6,
  headOfPhraseWord: 0.55,
  /** A word that names no resource, inside a phrase. */
  emptyInPhrase: 0.35,
  /** A repaired spelling. */
  misspelt: 0.8,
  /** A word known only in the other language. */
  otherLanguage: 0.7,
  /** How a phrase's own words and the line's words must be covered: exponents. */
  phraseCovered: 1.4,
  lineCovered: 0.65,
  /** A phrase that the main part's head takes no part in; a need is told by its use, whatever the head. */
  withoutHead: { in: 0.8, out: 0.62 },
  /** A phrase whose own head is not in the line. */
  withoutOwnHead: 0.55,
  /** Uses offered, and supplies asked for as such. */
  useGoingOut: 0.3,
  supplyComingIn: 0.85,
  energySupplyComingIn: 0.4,
  goodsGoingOut: 0.4,
  /** A node of another kind than the flow's. */
  otherKind: 0.35,
  nearKind: 0.75,
  /** What the branch usually takes or gives. */
  usualInBranch: 0.4,
  nearUsualInBranch: 0.12,
  /** The words decide where they reach this; else the branch's usual flows of the kind are guesses, and the kind's own node. */
  decided: 0.5,
  branchAlone: 0.42,
  kindAlone: 0.36,
  /** What a branch uses a substance for, beside the substance itself. */
  useOfBranch: 0.85,
  /** A node that is as well said by one below it. */
  saidBelow: 0.9,
  /** The roots of the tree say next to nothing. */
  root: 0.6,
  /** A designation such as an alloy number lifts its family and lowers the others. */
  sameGrade: 1.3,
  otherGrade: 0.45,
  /** °C from which a temperature told in the words makes a flow one of heat where nothing else tells its kind. */
  warm: 20,
  /** Heat classes of another temperature than told, and a node told less exactly than the numbers allow. */
  otherClass: 0.4,
  lessExact: 0.7,
  /** The file's own waste code says so too; and where the words say nothing. */
  sameWasteCode: 1.35,
  wasteCodeAlone: 0.4,
  /** Below this nothing is said, and a candidate under this share of the best is left out. */
  least: 0.3,
  leastOfBest: 0.35,
  /** How fast the weight falls with the score among the candidates. */
  sharpness: 4,
} as const;

export const MOST_GUESSES = 5;
