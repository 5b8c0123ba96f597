// How a file with these headers was read last time: what a person chose once need not be chosen again.
import { previewOptionsSchema } from '../../contract/previews.ts';
import type { PreviewOptions } from '../../contract/previews.ts';
import { Hash } from '../../domain/hash.ts';
import { sameText } from '../../domain/identity.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { StoreReader } from '../open.ts';
import type { Writer } from '../writer/protocol.ts';

export type Shapes = {
  readonly find: (
    viewer: Viewer,
    fingerprint: string,
  ) => { readonly options: PreviewOptions; readonly file: string; readonly at: string } | null;
  /** Options that choose nothing make the shape forgotten. */
  readonly keep: (viewer: Viewer, fingerprint: string, options: PreviewOptions, file: string, at: string) => Promise<void>;
};

/** Headers with case and spacing set aside, in their order; null where there are none. */
export function fingerprintOf(headers: readonly string[]): string | null {
  if (headers.every((header) => header.trim() === '')) return null;
  const hash = new Hash();
  hash.reset();
  for (const header of headers) hash.text(sameText(header));
  return `${headers.length}-${hash.value().toString(36)}`;
}

/** What holds for other files of the shape: not what was repaired in this one. */
function reading({ encoding, delimiter, decimal, header_line, map }: PreviewOptions): PreviewOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(header_line === undefined ? {} : { header_line }),
    ...(map === undefined || Object.keys(map).length === 0 ? {} : { map }),
  };
}

/** Whether only repairs are other than before: the reading is still the remembered one. */
export const sameReading = (options: PreviewOptions, before: { readonly options: PreviewOptions }): boolean =>
  JSON.stringify(reading(options)) === JSON.stringify(reading(before.options));

export function createShapes(store: () => StoreReader, writer: () => Promise<Writer>): Shapes {
  return {
    find: (viewer, fingerprint) => {
      const found = store().shapeOf(viewer, fingerprint);
      const options = previewOptionsSchema.safeParse(found?.options);
      return found === null || !options.success ? null : { options: options.data, file: found.file, at: found.at };
    },
    keep: async (viewer, fingerprint, options, file, at) => {
      const chosen = reading(options);
      if (Object.keys(chosen).length > 0) await (await writer()).keepShape(viewer, { fingerprint, options: chosen, file, at });
      else if (store().shapeOf(viewer, fingerprint) !== null) await (await writer()).dropShape(viewer, fingerprint);
    },
  };
}
