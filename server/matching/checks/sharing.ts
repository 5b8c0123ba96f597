// May the two see each other at all?
import { judged, type Check } from '../pair.ts';

/** A flow kept to its own company is matched inside that company only. */
export const checkSharing: Check = ({ surplus, need }) => {
  if (surplus.company === need.company) return judged('sharing', 'pass', 'sharing.internal');
  const kept = surplus.sharing === 'own' ? surplus : need.sharing === 'own' ? need : null;
  if (kept === null) return judged('sharing', 'pass', 'sharing.open');
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
