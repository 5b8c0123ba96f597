// Who looks: asked once, known to every page. Choosing another is a new visit, so that nothing seen before stays on screen.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ViewerChoice } from '../../server/contract/viewer.ts';

/** Until the server has said who looks, and when it is away: the person at this machine. */
export const NOBODY_CHOSEN: ViewerChoice = { value: 'local', kind: 'local', name: null, cluster: null, company: null };

export const ViewerContext = createContext<ViewerChoice>(NOBODY_CHOSEN);
export const useViewer = (): ViewerChoice => useContext(ViewerContext);

export function lookAs(choice: ViewerChoice): void {
  document.cookie = `flytkart-viewer=${encodeURIComponent(choice.value)}; path=/; SameSite=Strict; Max-Age=31536000`;
  location.assign('/');
}
