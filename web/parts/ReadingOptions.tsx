// How the file was understood; each answer can be changed and the file is read again.
import type { PreviewOptions, PreviewShown } from '../../server/contract/previews.ts';
import { useWords } from '../words/words.ts';

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];

type Props = { preview: PreviewShown; onChange: (options: PreviewOptions) => void; disabled: boolean };

export function ReadingOptions({ preview, onChange, disabled }: Props) {
  const words = useWords();
  const { file, options } = preview;
  const delimiterName = (one: string): string => words.delimiterNames[one as keyof typeof words.delimiterNames] ?? one;
  const set = (change: PreviewOptions): void => onChange({ ...options, ...change });
  /** Choosing "automatic" takes the option away. */
  const without = (name: keyof PreviewOptions): void => {
    const { [name]: _, ...rest } = options;
    onChange(rest);
  };
  const choice = (
    label: string,
    name: keyof PreviewOptions,
    found: string | null,
    values: readonly string[],
    show: (value: string) => string,
  ) => (
    <label>
      {label}
      <select
        disabled={disabled}
        value={typeof options[name] === 'string' ? options[name] : ''}
        onChange={(event) => (event.currentTarget.value === '' ? without(name) : set({ [name]: event.currentTarget.value }))}
      >
        <option value="">
          {words.automatic}
          {found !== null && `: ${show(found)}`}
        </option>
        {values.map((one) => (
          <option key={one} value={one}>
            {show(one)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <details class="options" open={file.outcome !== 'import'}>
      <summary>{words.changeReading}</summary>
      <div class="fields">
        {choice(words.encoding, 'encoding', file.encoding, ENCODINGS, (one) => one)}
        {choice(words.delimiter, 'delimiter', file.delimiter, [';', ',', '\t', '|'], delimiterName)}
        {choice(words.decimalMark, 'decimal', file.decimal, [',', '.'], (one) => words.decimalNames[one as ',' | '.'] ?? one)}
        <label>
          {words.headerLine}
          <input
            type="number"
            min={1}
            disabled={disabled}
            value={options.header_line ?? file.header_line ?? ''}
            onChange={(event) =>
              event.currentTarget.value === '' ? without('header_line') : set({ header_line: event.currentTarget.valueAsNumber })
            }
          />
        </label>
      </div>
    </details>
  );
}
