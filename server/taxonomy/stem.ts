// Words cut down to what inflection leaves alone. Light on purpose: a stem only has to be the same for forms of one word.

const NORWEGIAN = ['hetene', 'heten', 'heter', 'ene', 'ane', 'ende', 'ande', 'en', 'et', 'er', 'ar', 'a', 'e'];

/** Stem of a folded Norwegian word; at least three letters stay, and a doubled last consonant becomes single. */
export function stemNorwegian(word: string): string {
  let stem = word;
  for (let round = 0; round < 2; round++) {
    const before = stem;
    for (const ending of NORWEGIAN) {
      if (stem.length - ending.length >= 3 && stem.endsWith(ending) && hasVowel(stem, stem.length - ending.length)) {
        stem = stem.slice(0, stem.length - ending.length);
        break;
      }
    }
    if (stem === before) break;
  }
  return single(stem);
}

/** Stem of a folded English word. */
export function stemEnglish(word: string): string {
  let stem = word;
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.length > 3 && stem.endsWith('s') && !/(?:ss|us|is|as)$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith('ing') && hasVowel(stem, stem.length - 3)) stem = stem.slice(0, -3);
  else if (stem.length > 4 && stem.endsWith('ed') && hasVowel(stem, stem.length - 2)) stem = stem.slice(0, -2);
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return single(stem);
}

const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);

function hasVowel(word: string, length: number): boolean {
  for (let at = 0; at < length; at++) if (isVowel(word.charAt(at))) return true;
  return false;
}

function single(stem: string): string {
  const last = stem.charAt(stem.length - 1);
  return stem.length > 3 && last === stem.charAt(stem.length - 2) && !isVowel(last) ? stem.slice(0, -1) : stem;
}
