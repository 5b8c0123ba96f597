// A table as files: plain links, so that the browser keeps them.
import { addressOf } from '../client.ts';
import { LEAD_WORDS } from '../words/leads.ts';
import { useLanguage } from '../words/words.ts';

export function DownloadLinks({ cluster, table }: { cluster: string; table: 'leads' | 'matches' | 'registers' }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const href = (format: 'csv' | 'xlsx'): string => addressOf('tableFile', { path: { cluster, table, format }, query: { lang: language } });
  return (
    <span class="downloads no-print">
      {words.download}:{' '}
      <a href={href('xlsx')} download data-plain>
        {words.exportExcel}
      </a>{' '}
      <a href={href('csv')} download data-plain>
        {words.exportCsv}
      </a>
    </span>
  );
}
