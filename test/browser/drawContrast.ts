// How well can the words of a picture be read? Its pixels behind every label against the colour of the letters, after WCAG 2.1.
import type { Browser, Page } from 'playwright-core';

/** Labels whose letters do not reach 4.5:1 against some pixel behind them, with the least contrast found. */
export async function paleLabels(browser: Browser, page: Page): Promise<string[]> {
  const labels = await page.evaluate(() => {
    const svg = document.querySelector('svg.sankey');
    return [...(svg?.querySelectorAll<SVGTextElement>('text') ?? [])].map((text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect();
      const ink = (getComputedStyle(text).fill.match(/\d+/g) ?? []).slice(0, 3).map(Number);
      return {
        name: (text.textContent ?? '').slice(0, 30),
        left: left + scrollX,
        top: top + scrollY,
        right: right + scrollX,
        bottom: bottom + scrollY,
        ink,
      };
    });
  });
  // The letters themselves are taken away, their halo stays: by a sheet, which holds for a picture that is drawn anew meanwhile too.
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('svg.sankey text, svg.sankey tspan { fill: transparent !important; }');
    document.adoptedStyleSheets = [sheet];
    for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
  });
  const picture = (await page.screenshot({ fullPage: true })).toString('base64');
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  const canvas = await browser.newPage();
  const pale = await canvas.evaluate(
    async ({ picture: data, labels: all }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const surface = new OffscreenCanvas(image.width, image.height);
      const context = surface.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const linear = (v: number): number => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
      const luminance = (r: number, g: number, b: number): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      return all.flatMap(({ name, left, top, right, bottom, ink }) => {
        const x = Math.max(0, Math.ceil(left));
        const y = Math.max(0, Math.ceil(top));
        const width = Math.max(1, Math.floor(right) - x);
        const height = Math.max(1, Math.floor(bottom) - y);
        const { data: pixels } = context.getImageData(x, y, width, height);
        const letters = luminance(ink[0] ?? 0, ink[1] ?? 0, ink[2] ?? 0);
        let least = 21;
        for (let i = 0; i < pixels.length; i += 4) {
          const ground = luminance(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0);
          least = Math.min(least, (Math.max(letters, ground) + 0.05) / (Math.min(letters, ground) + 0.05));
        }
        return least < 4.5 ? [`${name}: ${least.toFixed(2)}`] : [];
      });
    },
    { picture, labels },
  );
  await canvas.close();
  return pale;
}
