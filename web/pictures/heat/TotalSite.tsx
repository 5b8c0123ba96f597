// What the companies still give and still lack after their own recovery, each in its shade.
import type { VNode } from 'preact';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Axes, Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { figureIn, power, powerUnit, spanOf, whole } from './kilowatts.ts';
import { legendRows } from './legendRows.ts';
import { plotOf, polygon, polyline } from './plot.ts';
import type { Band, SiteProfile } from './siteProfile.ts';
import { shortened, textWidth } from '../../sankey/layOut/text.ts';

type Props = { readonly profile: SiteProfile; readonly nameOf: (company: string) => string };
/** Shades that follow one another; a line parts neighbours. */
const SHADES = 6;
const LABEL = 12;

export function TotalSite({ profile, nameOf }: Props): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const { sources, sinks } = profile;
  const unit = powerUnit(Math.max(sources.total, sinks.total));
  const sides = [
    { key: 'hot' as const, name: words.siteSources, sign: -1, ...sources },
    { key: 'cold' as const, name: words.siteSinks, sign: 1, ...sinks },
  ];
  const bandText = (band: Band, side: string): string =>
    fill(words.siteBand, {
      company: nameOf(band.company),
      heat: power(band.total, language),
      side,
      from: whole(band.bottom, language),
      to: whole(band.top, language),
    });
  return (
    <HeatFigure
      name="total-site"
      title={words.site}
      caption={words.siteCaption}
      heightOf={() => 420}
      says={`${words.siteSources} ${power(sources.total, language)}, ${words.siteSinks} ${power(sinks.total, language)}.`}
      table={{
        head: [words.company, words.role, fill(words.heat, { unit: unit.name }), words.temperature],
        rows: sides.flatMap(({ name, bands }) =>
          bands.map((band) => [nameOf(band.company), name, figureIn(band.total, unit, language), spanOf(band.bottom, band.top, language)]),
        ),
      }}
      draw={({ width, height }) => {
        const marks: Mark[] = sides.map(({ key, name }) => ({ key, text: name, look: `shade ${key} s1`, shape: 'box' }));
        const { placed, rows } = legendRows(marks, width);
        const plot = plotOf({
          width,
          height,
          xFrom: -sources.total / unit.kilowatts,
          xTo: sinks.total / unit.kilowatts,
          yFrom: Math.min(0, ...sources.levels, ...sinks.levels),
          yTo: Math.max(100, ...sources.levels, ...sinks.levels),
          legendRows: rows,
        });
        const x = (kilowatts: number, sign: number): number => plot.x((sign * kilowatts) / unit.kilowatts);
        return (
          <>
            <Legend placed={placed} />
            <Axes
              plot={plot}
              xName={fill(words.heat, { unit: unit.name })}
              yName={words.temperature}
              xText={(value) => whole(Math.abs(value), language, 2)}
              yText={(value) => whole(value, language)}
            />
            {sides.map(({ key, name, bands, sign, levels }) =>
              bands.map((band, i) => {
                const outer = levels.map((level, k): [number, number] => [x(band.to[k] ?? 0, sign), plot.y(level)]);
                const inner = levels.map((level, k): [number, number] => [x(band.from[k] ?? 0, sign), plot.y(level)]);
                return (
                  <path
                    key={`${key} ${band.company}`}
                    class={`shade ${key} s${i % SHADES}`}
                    data-item=""
                    role="img"
                    aria-label={bandText(band, name)}
                    d={polygon([...outer, ...inner.reverse()])}
                  />
                );
              }),
            )}
            {sides.map(({ key, bands, sign, levels }) => (
              <g key={key} aria-hidden="true">
                <path class={`curve ${key}`} d={polyline(levels.map((level, k) => [x(bands.at(-1)?.to[k] ?? 0, sign), plot.y(level)]))} />
                {bands.map((band) => {
                  // The name stands where the band has all its heat: at the cold end of a source, the hot end of a sink.
                  const k = sign < 0 ? levels.length - 1 : 0;
                  const [a, b] = [x(band.from[k] ?? 0, sign), x(band.to[k] ?? 0, sign)];
                  const room = Math.abs(b - a) - 6;
                  if (room < 40) return null;
                  const text = shortened(nameOf(band.company), room, LABEL);
                  if (textWidth(text, LABEL) < 30) return null;
                  return (
                    <text
                      key={band.company}
                      class="band-name"
                      x={(a + b) / 2}
                      y={plot.y(levels[k] ?? 0) - 7}
                      text-anchor="middle"
                      font-size={LABEL}
                    >
                      {text}
                    </text>
                  );
                })}
              </g>
            ))}
            <line class="axis" x1={plot.x(0)} x2={plot.x(0)} y1={plot.top} y2={plot.bottom} aria-hidden="true" />
          </>
        );
      }}
    />
  );
}
