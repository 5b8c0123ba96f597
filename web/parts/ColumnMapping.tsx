// Column by column: what it was taken to be, and the choice to say otherwise.
import type { PreviewOptions, PreviewShown } from '../../server/contract/previews.ts';
import { FIELD_KEYS, fieldName } from '../words/fields.ts';
import { useLanguage, useWords } from '../words/words.ts';

type Props = { preview: PreviewShown; onChange: (options: PreviewOptions) => void; disabled: boolean };

export function ColumnMapping({ preview: { mapping, options }, onChange, disabled }: Props) {
  const words = useWords();
  const language = useLanguage();
  const choose = (header: string, field: string): void => onChange({ ...options, map: { ...options.map, [header]: field } });
  if (mapping.length === 0) return null;
  return (
    <ul class="mapping" aria-label={words.mapping}>
      {mapping.map(({ column, header, field }) => {
        const known = field !== null && FIELD_KEYS.includes(field);
        return (
          <li key={column} class={known ? '' : 'quiet'}>
            <label>
              <b>{header || `(${column})`}</b>
              <span class="hidden"> {words.columnMeans}</span>
              <select
                disabled={disabled || header === ''}
                value={known ? field : ''}
                onChange={(event) => choose(header, event.currentTarget.value === '' ? 'ignore' : event.currentTarget.value)}
              >
                <option value="">{words.columnKept}</option>
                {FIELD_KEYS.map((one) => (
                  <option key={one} value={one}>
                    {fieldName(one, language)}
                  </option>
                ))}
              </select>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
