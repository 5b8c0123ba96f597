// Words of totals that keep secrets, and of leaving.
const nb = {
  totals: 'Summer i klyngen',
  totalsInfo:
    'Summer per {day}, uten det bedriftene holder for seg selv. Står for få bedrifter bak en sum, eller er én nesten alene om den, vises den ikke. Summene endres én gang i døgnet.',
  totalsNone: 'Ingen summer kan vises: det står for få bedrifter bak dem.',
  resource: 'Ressurs',
  offered: 'Tilbys',
  asked: 'Etterspørres',
  leave: 'Slett alt om bedriften',
  leaveInfo:
    'Alle strømmer, kartlegginger, treff og avtaler om {name} slettes for godt, også det som sto i filene. Last ned alt først; dette kan ikke angres. Skriv bedriftens navn for å bekrefte.',
  leaveName: 'Bedriftens navn',
  leaveButton: 'Slett for godt',
  left: 'Slettet: {flows} strømmer, {exchanges} utvekslinger, {leads} oppfølginger.',
};
type TrustWords = typeof nb;
export const TRUST_WORDS: Readonly<Record<'nb' | 'en', TrustWords>> = {
  nb,
  en: {
    totals: 'Totals of the cluster',
    totalsInfo:
      'Totals as of {day}, without what the companies keep to themselves. Where too few companies stand behind a total, or one nearly alone, it is not shown. Totals change once a day.',
    totalsNone: 'No total can be shown: too few companies stand behind them.',
    resource: 'Resource',
    offered: 'Offered',
    asked: 'Asked for',
    leave: 'Delete everything about the company',
    leaveInfo:
      'All flows, screenings, matches and leads of {name} are deleted for good, and what stood in the files. Download everything first; this cannot be undone. Type the name of the company to confirm.',
    leaveName: 'Name of the company',
    leaveButton: 'Delete for good',
    left: 'Deleted: {flows} flows, {exchanges} exchanges, {leads} leads.',
  },
};
