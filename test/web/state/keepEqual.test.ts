import { expect, it } from 'vitest';
import { keepEqual } from '../../../web/state/keepEqual.ts';

it('keeps the parts of an answer that did not change, and takes the others', () => {
  const before = { flows: [{ id: 'a' }], network: { edges: 1 } };
  const next = keepEqual(before, { flows: [{ id: 'a' }], network: { edges: 2 } });
  expect(next).toEqual({ flows: [{ id: 'a' }], network: { edges: 2 } });
  expect(next.flows).toBe(before.flows);
  expect(keepEqual(null, before)).toBe(before);
});
