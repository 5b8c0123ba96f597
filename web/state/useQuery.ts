// What a page shows as part of its address: a link opens the same view, and reloading changes nothing.
import { useEffect, useState } from 'preact/hooks';

type Query = Readonly<Record<string, string>>;
const read = (): Query => Object.fromEntries(new URLSearchParams(location.search));

/** Values that are '' are left out of the address. Other changes than `push` replace the entry, so that Back leaves the page. */
export function useQuery(): readonly [Query, (change: Query, how?: 'replace' | 'push') => void] {
  const [query, setQuery] = useState(read);
  useEffect(() => {
    const moved = (): void => setQuery(read());
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const change = (changes: Query, how: 'replace' | 'push' = 'replace'): void => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', `${location.pathname}${text === '' ? '' : `?${text}`}`);
    setQuery(read());
  };
  return [query, change];
}
