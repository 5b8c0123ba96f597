// Which named rows of data/matching.csv the matching uses; every weight, threshold and penalty is one of them.

export const SETTING_NAMES = [
  'link.same',
  'link.wider',
  'link.narrower',
  'link.sibling',
  'link.breadth',
  'link.documented',
  'link.judgement',
  'link.common',
  'link.established',
  'link.occasional',
  'link.emerging',
  'link.rare',
  'link.ruleInherited',
  'link.ruleGeneric',
  'link.useNarrower',
  'link.useWider',
  'link.via',
  'link.least',
  'nace.fits',
  'nace.differs',
  'kind.same',
  'kind.near',
  'kind.possible',
  'kind.unlikely',
  'words.weight',
  'words.least',
  'role.sold',
  'role.bought',
  'rivalry.need',
  'rivalry.surplus',
  'distance.heat',
  'distance.steam',
  'distance.pipe',
  'distance.material',
  'distance.service',
  'reach.heat',
  'reach.steam',
  'reach.pipe',
  'reach.material',
  'reach.service',
  'score.unknown',
  'score.warn',
  'score.least',
  'meaning.code',
  'meaning.sum',
  'resource.sure',
  'time.good',
  'time.least',
  'volume.leastShare',
  'lot.mass',
  'lot.volume',
  'lot.energy',
  'lot.count',
  'kindLink.heat',
  'kindLink.steam',
  'kindLink.steamHeat',
  'kindLink.heatSteam',
  'kindLink.cooling',
  'kindLink.waterCooling',
  'kindLink.water',
  'kindLink.electricity',
  'kindLink.gas',
  'heat.surplusFall',
  'heat.needRise',
  'distance.gas',
  'reach.gas',
  'near.most',
  'near.least',
  'near.weight',
  'near.power',
  'near.always',
  'near.needGiven',
  'meaning.power',
  'kind.fuelHeat',
  'use.energy',
  'use.disposal',
  'quality.blend',
  'candidates.budget',
  'candidates.fewest',
  'candidates.least',
  'meaning.least',
  'meaning.leastOfBest',
  'heat.leastPreheat',
  'processor.leastFit',
] as const;

export type SettingName = (typeof SETTING_NAMES)[number];
export type Settings = Readonly<Record<SettingName, number>>;

/** Picks the settings out of rows with an id and a value. Throws where one is missing or no number: the program's own data is then incomplete. */
export function settingsFrom(rows: Iterable<{ readonly id: string; readonly value: number }>): Settings {
  const values = new Map<string, number>();
  for (const row of rows) values.set(row.id, row.value);
  const wanted = (name: SettingName): [SettingName, number] => {
    const value = values.get(name);
    if (value === undefined || !Number.isFinite(value))
      throw new Error(`data/matching.csv: the row "${name}" is missing or its value is no number`);
    return [name, value];
  };
  return Object.fromEntries(SETTING_NAMES.map(wanted)) as Settings;
}
