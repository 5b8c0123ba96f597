// May the two see each other at all?
import { judged, type Check } from '../pair.ts';

const INTERNAL = judged('sharing', 'pass', 'sharing.internal');
const OPEN = judged('sharing', 'pass', 'sharing.open');

/** A flow kept to its own company is matched inside that company only. */
export const checkSharing: Check = ({ surplus, need }) => {
  if (surplus.company === need.company) return INTERNAL;
  const kept = surplus.sharing === 'own' ? surplus : need.sharing === 'own' ? need : null;
  if (kept === null) return OPEN;
  const both = surplus.sharing === 'own' && need.sharing === 'own';
  return judged(
    'sharing',
    'fail',
    'sharing.own',
    { flow: kept.id },
    {
      change: both ? null : { field: 'sharing', flow: kept.id, from: 'own', to: 'facilitator', unit: null },
    },
  );
};
