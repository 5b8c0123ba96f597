// Who looks, and as whom one may look: without accounts the person at this machine chooses in the header.
import { z } from 'zod';

const kind = z.enum(['local', 'consultant', 'manager', 'member', 'administrator']);

export const viewerChoiceSchema = z
  .object({
    /** What the cookie `flytkart-viewer` holds for this choice: `local`, `manager:CLUSTER`, `member:COMPANY`, `consultant:COMPANY,COMPANY`. */
    value: z.string(),
    kind,
    /** The company of a member, the cluster of a manager; null for the others. */
    name: z.string().nullable(),
    cluster: z.string().nullable(),
    company: z.string().nullable(),
  })
  .meta({ id: 'ViewerChoice' });

/** `door`: nobody signs in here (`open`), the first administrator is missing (`setUp`), or everyone signs in (`signIn`). */
export const viewerSchema = z
  .object({
    door: z.enum(['open', 'setUp', 'signIn']),
    person: z.object({ name: z.string(), email: z.string() }).nullable(),
    /** Null: nobody is signed in, or the account has no role now. */
    now: viewerChoiceSchema.nullable(),
    choices: z.array(viewerChoiceSchema),
  })
  .meta({ id: 'Viewer' });

export type ViewerChoice = z.infer<typeof viewerChoiceSchema>;
export type ViewerShown = z.infer<typeof viewerSchema>;

export const VIEWER_ROUTES = {
  viewer: {
    method: 'get',
    path: '/viewer',
    query: z.object({}),
    body: null,
    answer: viewerSchema,
    summary: 'Who looks, and as whom this person may look',
  },
} as const;
