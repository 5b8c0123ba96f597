// Where a reader was on a page: the back button leads back to it though the page comes in parts, and the keyboard goes on in the page that opens.

/** ms in which a page may still grow to where the reader was. */
const PATIENCE = 4_000;

/** Before the page is left for another one. */
export function keepPlace(): void {
  const held: unknown = history.state;
  history.replaceState({ ...(typeof held === 'object' ? held : {}), y: scrollY }, '');
}

const placeOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'y' in state && typeof state.y === 'number' ? state.y : 0;

/** `state`: of the history's entry that is shown again. Given up where the reader scrolls first. */
export function backToPlace(state: unknown): void {
  const y = placeOf(state);
  if (y === 0) return;
  const until = performance.now() + PATIENCE;
  let given = false;
  const giveUp = (): void => void (given = true);
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(kind, giveUp, { once: true, passive: true });
  const step = (): void => {
    if (given) return;
    scrollTo(0, y);
    if (Math.abs(scrollY - y) > 1 && performance.now() < until) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** A link that was followed may be gone with its page: then the focus goes to the page that took its place. */
export function focusPage(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body || document.activeElement === null)
      document.getElementById('content')?.focus({ preventScroll: true });
  });
}
