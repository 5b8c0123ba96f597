// A viewer as one short text, for a cookie and for a log, and back.
import { LOCAL } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** A consultant chosen in the header has no end date: the choice itself is as long as the visit. */
const NO_END = '9999-12-31';

export function viewerText(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'member':
      return `member:${encodeURIComponent(viewer.company)}`;
    case 'manager':
      return `manager:${encodeURIComponent(viewer.cluster)}`;
    case 'consultant':
      return `consultant:${viewer.companies.map(encodeURIComponent).join(',')}`;
    default:
      return viewer.kind;
  }
}

/** The person at this machine when the text names nobody; an engine is never asked for from outside. */
export function viewerOfText(text: string): Viewer {
  const [kind = '', rest = ''] = text.split(':', 2);
  const names = rest.split(',').flatMap((one) => {
    try {
      const name = decodeURIComponent(one);
      return name === '' ? [] : [name];
    } catch {
      return [];
    }
  });
  const [first] = names;
  if (kind === 'member' && first !== undefined) return { kind: 'member', company: first };
  if (kind === 'manager' && first !== undefined) return { kind: 'manager', cluster: first };
  if (kind === 'consultant' && first !== undefined) return { kind: 'consultant', companies: names, until: NO_END };
  return LOCAL;
}
