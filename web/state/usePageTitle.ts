// What the window is called: the heading of the page, so that tabs and the history of the browser tell pages apart.
import { useEffect } from 'preact/hooks';

const NAME = 'Flytkart';

/** Follows the heading as it comes, and as it changes with the language. */
export function usePageTitle(page: string): void {
  useEffect(() => {
    const main = document.getElementById('content');
    if (main === null) return undefined;
    const tell = (): void => {
      const heading = main.querySelector('h1')?.textContent.trim() ?? '';
      const title = heading === '' || heading === NAME ? NAME : `${heading} · ${NAME}`;
      if (document.title !== title) document.title = title;
    };
    tell();
    const watcher = new MutationObserver(tell);
    watcher.observe(main, { childList: true, characterData: true, subtree: true });
    return () => watcher.disconnect();
  }, [page]);
}
