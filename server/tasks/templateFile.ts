// The empty screening as a file to fill in: CSV as Norwegian Excel opens it, or a workbook with guidance and drop-down lists.
import writeXlsxFile from 'write-excel-file/node';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings, sanitizeAttributeValue } from 'write-excel-file/utility';
import type { Language } from '../contract/errors.ts';
import { ENTRY_HEADERS } from '../domain/entryHeaders.ts';
import { GUIDE_MARK, TEMPLATE, templateHeaders, TEMPLATE_TEXTS } from '../intake/entry/template.ts';
import { csvLine } from './csvLine.ts';

export type TemplateFile = { readonly name: string; readonly type: string; readonly content: Uint8Array };

/** What the library lets others add to a file; its own name for it is not of the right content. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number];

const SHEET = 'xl/worksheets/sheet{id}.xml';
/** Rows that get drop-down lists. */
const LISTED_ROWS = 2_000;
const MUST: ReadonlySet<string> = new Set(['company', 'direction', 'resource']);

export async function templateFile(format: 'csv' | 'xlsx', language: Language): Promise<TemplateFile> {
  const words = TEMPLATE_TEXTS[language];
  const headers = templateHeaders(language);
  if (format === 'csv') {
    const text = `\uFEFF${csvLine([words.title])}${csvLine(headers)}`;
    return { name: `${words.file}.csv`, type: 'text/csv; charset=utf-8', content: new TextEncoder().encode(text) };
  }
  const lists = TEMPLATE.flatMap(({ field, list }, column) => (list === undefined ? [] : [{ field, column, items: list[language] }]));
  const longest = Math.max(...lists.map(({ items }) => items.length));
  const guide = [
    [bold(`${GUIDE_MARK} ${words.guide.toLowerCase()}`)],
    [plain(words.title)],
    [words.column, words.want, words.example, words.must].map(bold),
    ...TEMPLATE.map(({ field, help, example }) => [
      plain(ENTRY_HEADERS[field][language]),
      plain(help[language]),
      plain(example[language]),
      plain(MUST.has(field) ? words.yes : ''),
    ]),
  ];
  const buffer = await writeXlsxFile(
    [
      {
        sheet: words.sheet,
        data: [headers.map(bold)],
        columns: headers.map((header) => ({ width: Math.max(12, header.length + 3) })),
        stickyRowsCount: 1,
      },
      { sheet: words.guide, data: guide, columns: [{ width: 26 }, { width: 70 }, { width: 24 }, { width: 16 }] },
      {
        sheet: words.lists,
        data: [
          [bold(`${GUIDE_MARK} ${words.lists.toLowerCase()}`)],
          ...Array.from({ length: longest }, (_, row) => lists.map(({ items }) => plain(items[row] ?? ''))),
        ],
        columns: lists.map(() => ({ width: 18 })),
      },
    ],
    {
      features: [
        dropDowns(
          lists.map(({ column, items }, index) => ({
            column,
            source: `${words.lists}!$${letter(index)}$2:$${letter(index)}$${items.length + 1}`,
          })),
        ),
      ],
    },
  ).toBuffer();
  return { name: `${words.file}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: buffer };
}

const plain = (value: string) => (value === '' ? null : { type: String, value, wrap: true });
const bold = (value: string) => ({ type: String, value, fontWeight: 'bold' as const });
/** A, B, … Z, AA. */
const letter = (column: number): string =>
  column < 26 ? String.fromCodePoint(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);

/** Lists to choose from in the first sheet. They offer and do not force: other units are read as well. */
function dropDowns(lists: readonly { readonly column: number; readonly source: string }[]): Feature {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            if (sheetIndex !== 0) return xml;
            const rules = lists.map(({ column, source }) => {
              const cells = `${letter(column)}2:${letter(column)}${LISTED_ROWS}`;
              return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${sanitizeAttributeValue(cells)}"><formula1>${source}</formula1></dataValidation>`;
            });
            const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(SHEET, 'worksheet') ?? [], 'worksheet');
          },
        },
      },
    },
  };
}
