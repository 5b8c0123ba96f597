// A name in the path of a request.

/** '' where the path has no such name, which names nothing. */
export const named = (asked: { readonly path: Readonly<Record<string, string>> }, name: string): string => asked.path[name] ?? '';
