// Makes docs/cluster.png, the picture in the README: the demo cluster as npm start shows it. Run again when the page looks otherwise:
// node tools/drawReadmePicture.ts (Node 24, and a Chromium at CHROMIUM_PATH).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO, anApp } from '../test/browser/appPage.ts';

const folder = join(import.meta.dirname, '..', 'docs');
const app = await anApp();
const { page, faults } = await app.open(`/cluster/${encodeURIComponent(DEMO)}`, {
  locale: 'en-GB',
  colorScheme: 'light',
  viewport: { width: 1400, height: 1040 },
});
await page.getByRole('button', { name: 'English' }).click();
await page.locator('svg.sankey').first().waitFor();
await page.waitForTimeout(1_000);
mkdirSync(folder, { recursive: true });
await page.screenshot({ path: join(folder, 'cluster.png') });
await app.close();
if (faults.length > 0) throw new Error(faults.join('\n'));
