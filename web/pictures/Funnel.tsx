// The funnel over time: for each month how many leads stood at each stage, one bar a month.
import type { VNode } from 'preact';
import { STAGE_WORDS } from '../../server/contract/leadWords.ts';
import type { LeadsPage } from '../../server/contract/leads.ts';
import { STAGES } from '../../server/domain/lead.ts';
import { LEAD_WORDS } from '../words/leads.ts';
import { fill, useLanguage } from '../words/words.ts';
import type { Language } from '../words/words.ts';
import { Axes, Legend } from './heat/Axes.tsx';
import { HeatFigure } from './heat/HeatFigure.tsx';
import { legendRows } from './heat/legendRows.ts';
import { plotOf } from './heat/plot.ts';

/** The bar's share of its month. */
const BAR = 0.72;
/** px that a month takes at most. */
const WIDEST = 130;
/** px from which on a month's name has room. */
const ROOM = 62;

export const monthName = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

export function Funnel({ months }: { readonly months: LeadsPage['funnel'] }): VNode {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const names = STAGE_WORDS[language];
  const most = Math.max(1, ...months.map(({ counts }) => STAGES.reduce((sum, stage) => sum + counts[stage], 0)));
  return (
    <HeatFigure
      name="lead-funnel"
      title={words.funnel}
      caption={words.funnelCaption}
      heightOf={() => 320}
      says={words.funnelSays}
      table={{
        head: [words.month, ...STAGES.map((stage) => names[stage])],
        rows: months.map(({ month, counts }) => [
          monthName(month, language),
          ...STAGES.map((stage) => ({ value: counts[stage], text: String(counts[stage]) })),
        ]),
      }}
      draw={({ width, height }) => {
        const marks = STAGES.map((stage) => ({ key: stage, text: names[stage], look: `funnel-${stage}`, shape: 'box' as const }));
        const { placed, rows } = legendRows(marks, width);
        const plot = plotOf({ width, height, xFrom: 0, xTo: months.length, yFrom: 0, yTo: most, legendRows: rows });
        // A few months do not fill the page.
        const step = Math.min(WIDEST, (plot.right - plot.left) / months.length);
        const middle = (at: number): number => plot.left + (at + 0.5) * step;
        const every = Math.max(1, Math.ceil(ROOM / step));
        return (
          <>
            <Legend placed={placed} />
            <Axes
              plot={{ ...plot, x: middle, yTicks: plot.yTicks.filter(Number.isInteger) }}
              xTicks={months.map((_, at) => at).filter((at) => at % every === 0)}
              xName=""
              yName=""
              xText={(at) => monthName(months[at]?.month ?? '', language)}
              yText={(value) => String(value)}
            />
            {months.map(({ month, counts }, at) => {
              let below = 0;
              const told = STAGES.filter((stage) => counts[stage] > 0).map((stage) => `${names[stage]} ${counts[stage]}`);
              return (
                <g
                  key={month}
                  data-item=""
                  role="img"
                  aria-label={fill(words.funnelItem, { month: monthName(month, language), counts: told.join(', ') || '0' })}
                >
                  <rect class="row-ground" x={middle(at) - step / 2} y={plot.top} width={step} height={plot.bottom - plot.top} />
                  {STAGES.map((stage) => {
                    const from = below;
                    below += counts[stage];
                    return (
                      <rect
                        key={stage}
                        class={`funnel-${stage}`}
                        data-stage={stage}
                        data-count={counts[stage]}
                        x={middle(at) - (BAR * step) / 2}
                        y={plot.y(below)}
                        width={BAR * step}
                        height={Math.max(0, plot.y(from) - plot.y(below))}
                      />
                    );
                  })}
                </g>
              );
            })}
          </>
        );
      }}
    />
  );
}
