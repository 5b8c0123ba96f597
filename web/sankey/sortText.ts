// One order of texts everywhere in the picture: by code unit, so that no machine's language setting changes it.

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
