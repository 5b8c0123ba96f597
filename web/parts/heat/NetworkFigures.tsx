// The network in figures: heat, money, CO2e, cover, store, and how sure the choice is.
import type { HeatNetworkShown } from '../../../server/contract/heatAnswer.ts';
import { percent, power, whole } from '../../pictures/heat/kilowatts.ts';
import { amount, money, number } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import type { HeatWords } from '../../words/heat.ts';
import type { HowSure } from './howSure.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

type Row = { readonly key: string; readonly name: string; readonly value: string; readonly more?: string };

export function NetworkFigures({ network, sure }: { readonly network: HeatNetworkShown; readonly sure: HowSure }) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const common = useWords();
  const range = (spread: { readonly low: number; readonly high: number }): string =>
    fill(common.range, { low: money(spread.low, language), high: money(spread.high, language) });
  const lcoh = network.lcoh_nok_per_mwh;
  const nok = (value: number): string => whole(value, language);
  const cover = network.cover_by_month.filter((share) => share !== null);
  const rows: readonly Row[] = [
    { key: 'delivered', name: words.delivered, value: amount(network.delivered_mwh, 'MWh', language), more: common.perYear },
    ...(lcoh === null
      ? []
      : [
          {
            key: 'lcoh',
            name: words.lcoh,
            value: fill(words.lcohUnit, { value: nok(lcoh.likely) }),
            more: fill(common.range, { low: nok(lcoh.low), high: nok(lcoh.high) }),
          },
        ]),
    { key: 'gain', name: words.gain, value: money(network.nok_per_year.likely, language), more: range(network.nok_per_year) },
    { key: 'capex', name: words.capex, value: money(network.capex_nok.likely, language), more: range(network.capex_nok) },
    {
      key: 'co2',
      name: words.co2,
      value: fill(words.co2Text, {
        physical: number(network.t_co2e_per_year.physical, language),
        residual: number(network.t_co2e_per_year.residual, language),
      }),
      more: common.perYear,
    },
    ...(cover.length === 0
      ? []
      : [
          {
            key: 'cover',
            name: words.cover,
            value: fill(words.coverText, { least: percent(Math.min(...cover), language), most: percent(Math.max(...cover), language) }),
          },
        ]),
    ...(network.mwh_per_m === null || network.density === null
      ? []
      : [
          {
            key: 'density',
            name: words.density,
            value: fill(words.densityValue, { value: number(network.mwh_per_m, language, 2), class: words.densities[network.density] }),
          },
        ]),
    { key: 'loss', name: words.losses, value: amount(network.loss_mwh, 'MWh', language), more: common.perYear },
    { key: 'spilled', name: words.spilled, value: amount(network.spilled_mwh, 'MWh', language), more: common.perYear },
    { key: 'peak', name: words.peakTogether, value: power(network.peak_kw, language) },
    ...(network.base_share === null ? [] : [{ key: 'base', name: words.baseShare, value: percent(network.base_share, language) }]),
    ...storeRows(network, words, language),
  ];
  return (
    <>
      <dl class="heat-figures">
        {rows.map(({ key, name, value, more }) => (
          <div key={key} data-figure={key}>
            <dt>{name}</dt>
            <dd>
              {value} {more && <span class="quiet small">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet" data-figure="gap">
        {sureText(sure, words, language)}
      </p>
    </>
  );
}

export const sureText = (sure: HowSure, words: HeatWords, language: Language): string =>
  sure.kind === 'best'
    ? words.optimal
    : sure.kind === 'pending'
      ? words.gapPending
      : sure.kind === 'within'
        ? fill(words.gapText, { gap: share(sure.share, language) })
        : fill(words.gapMissing, { nok: money(sure.nok, language) });
/** Small gaps with a digit more: 0,4 % is not 0 %. */
const share = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: value < 0.1 ? 1 : 0 }).format(value);

/** One row where no store is needed, else one for each cover. */
function storeRows({ stores }: HeatNetworkShown, words: HeatWords, language: Language): readonly Row[] {
  if (stores.every((one) => one.mwh === 0)) return [{ key: 'store', name: words.storeAny, value: words.storeZero }];
  return stores.map(({ cover, mwh, m3 }): Row => {
    const size =
      mwh === null || m3 === null
        ? words.storeNone
        : fill(words.storeSize, { mwh: amount(mwh, 'MWh', language), m3: amount(m3, 'm3', language) });
    return {
      key: `store ${cover}`,
      name: fill(words.store, { cover: percent(cover, language) }),
      value: mwh === 0 ? words.storeZero : size,
    };
  });
}
