// Where pieces of bytes are laid aside and taken up again, so that memory need not hold them; what stands behind it is the caller's.

export type Shelf = {
  /** Lays a copy of the bytes aside; answers with the place of the first. */
  readonly put: (bytes: Uint8Array) => number;
  /** Fills `into` with what lies at a place and behind it. Throws RangeError where less lies there. */
  readonly take: (place: number, into: Uint8Array) => void;
};

/** In memory after all: for what is short. */
export function memoryShelf(): Shelf {
  const pieces: { readonly place: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  return {
    put: (bytes) => {
      const place = end;
      pieces.push({ place, bytes: bytes.slice() });
      end += bytes.length;
      return place;
    },
    take: (place, into) => {
      const piece = pieces.findLast((one) => one.place <= place);
      const from = place - (piece?.place ?? 0);
      const found = piece?.bytes.subarray(from, from + into.length);
      if (found?.length !== into.length) throw new RangeError(`no ${into.length} bytes lie at ${place}`);
      into.set(found);
    },
  };
}
