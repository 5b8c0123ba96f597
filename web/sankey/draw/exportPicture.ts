// The picture as a file: an SVG that looks the same anywhere, a PNG at twice the size, a CSV of what is shown.
import type { SankeyLayout } from '../types.ts';

/** Everything the style sheet decides, written into each element, since the file travels without it. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;

/** Reads the styles in force, so the file has the theme on screen. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('a copy of an svg is an svg');
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  const ground = getComputedStyle(svg).backgroundColor;
  from.forEach((element, i) => {
    const target = to[i];
    if (target === undefined) return;
    for (const attribute of ['tabindex', 'data-key', 'style']) target.removeAttribute(attribute);
    if (['defs', 'title', 'pattern', 'g'].includes(element.tagName)) {
      if (element.tagName === 'g') {
        const { opacity } = getComputedStyle(element);
        if (opacity !== '1') target.setAttribute('opacity', opacity);
      }
      return;
    }
    const style = getComputedStyle(element);
    for (const name of LOOK) {
      if (name === 'fill' && element.getAttribute('fill')?.startsWith('url(') === true) continue;
      const value = style.getPropertyValue(name);
      if (
        value !== '' &&
        !(name.startsWith('font') && element.tagName !== 'text') &&
        !(name === 'text-anchor' && element.tagName !== 'text')
      )
        target.setAttribute(name, value);
    }
  });
  copy.setAttribute('role', 'group');
  copy.removeAttribute('class');
  copy.setAttribute('class', 'sankey');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('class', 'ground');
  paper.setAttribute('width', String(svg.viewBox.baseVal.width));
  paper.setAttribute('height', String(svg.viewBox.baseVal.height));
  paper.setAttribute('fill', ground);
  copy.prepend(paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** Twice the size on screen; throws Error where the browser refuses a canvas so large. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture is too large for a PNG')) : resolve(blob)), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Texts that a spreadsheet would run as a formula get an apostrophe in front. */
const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Comma-separated with decimal points; the same columns that /draw reads. */
export function csvText(layout: SankeyLayout): string {
  const rows = layout.links
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((link) => [link.id, link.source, link.target, link.value, link.unit, link.kind, link.min, link.max].map(cell).join(','));
  return `${['id,source,target,value,unit,kind,min,max', ...rows].join('\n')}\n`;
}

export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
