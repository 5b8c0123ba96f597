// Services with who could use them, local purchase, and who works together.
import type { RegisterEntryShown, RegistersPage } from '../../../server/contract/registers.ts';
import { amountRange, moneyRange, number } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import { REGISTER_WORDS } from '../../words/registers.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { EntryButtons } from './EntryButtons.tsx';

type Props = { page: RegistersPage };
type Buttons = { onChange: (entry: RegisterEntryShown) => void; onRemove: (entry: RegisterEntryShown) => void };
const FITS = 4;

export function ServiceTable({ page, onChange, onRemove }: Props & Buttons) {
  const language = useLanguage();
  const words = REGISTER_WORDS[language];
  const perMonth = (hours: number | null): string => (hours === null ? '' : fill(words.hoursOf, { hours: number(hours, language) }));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.tabs.services}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.side}</th>
            <th scope="col">{words.name}</th>
            <th scope="col" class="number">
              {words.hours}
            </th>
            <th scope="col">{words.fits}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {page.services.map((one) => {
            const entry = page.entries.find(({ id }) => id === one.entry);
            return (
              <tr key={one.entry ?? one.flow}>
                <td>
                  <a href={address.company(one.company.id)}>{one.company.name}</a>
                </td>
                <td>{words.sides[one.side]}</td>
                <th scope="row">
                  {one.title}
                  <span class="quiet block">
                    {one.resource_name}
                    {one.flow !== null && ` (${words.fromScreening})`}
                  </span>
                </th>
                <td class="number">{perMonth(one.hours_per_month)}</td>
                <td>
                  {one.fits.length === 0 && <span class="quiet">{words.fitsNone}</span>}
                  {one.fits.slice(0, FITS).map((fit) => (
                    <span key={`${fit.company.id} ${fit.title}`} class="block">
                      <a href={address.company(fit.company.id)}>{fit.company.name}</a>: {fit.title} {perMonth(fit.hours_per_month)}
                    </span>
                  ))}
                </td>
                <td>{entry?.may_change === true && <EntryButtons entry={entry} onChange={onChange} onRemove={onRemove} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function LocalTable({ page }: Props) {
  const language = useLanguage();
  const words = REGISTER_WORDS[language];
  const common = useWords();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.tabs.local}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.needs}</th>
            <th scope="col" class="number">
              {words.amount}
            </th>
            <th scope="col">{words.offers}</th>
          </tr>
        </thead>
        <tbody>
          {page.local.map((one) => (
            <tr key={one.need}>
              <td>
                <a href={address.company(one.company.id)}>{one.company.name}</a>
              </td>
              <th scope="row">{one.words}</th>
              <td class="number">{one.annual ? amountRange(one.annual, one.annual.unit, common, language) : common.notKnown}</td>
              <td>
                {one.offers.map((offer) => (
                  <span key={offer.surplus} class="block">
                    {offer.company.name}:{' '}
                    {offer.page ? <a href={address.match(page.cluster, offer.surplus, one.need)}>{offer.words}</a> : offer.words}
                    <span class="quiet">
                      {' '}
                      {[
                        offer.nok_per_year && moneyRange(offer.nok_per_year, common, language),
                        offer.distance_km !== null && `${number(offer.distance_km, language, 2)} km`,
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  </span>
                ))}
                {one.unnamed && <span class="quiet block">{words.offeredHere}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function TogetherTable({ page }: Props) {
  const words = REGISTER_WORDS[useLanguage()];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.tabs.together}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.with}</th>
          </tr>
        </thead>
        <tbody>
          {page.together.map(({ a, b, ties }) => (
            <tr key={`${a.id} ${b.id}`}>
              <th scope="row">
                <a href={address.company(a.id)}>{a.name}</a>
              </th>
              <td>
                <a href={address.company(b.id)}>{b.name}</a>
              </td>
              <td>
                {ties.map((tie, at) => (
                  <span key={at} class="block">
                    <span class="quiet">{words.ties[tie.kind]}:</span>{' '}
                    {tie.kind === 'lead' && tie.id !== null ? <a href={address.lead(tie.id)}>{tie.what}</a> : tie.what}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
