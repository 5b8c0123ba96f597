import { expect, it } from 'vitest';
import { NETWORK_REASON_CODES } from '../../server/contract/heatAnswer.ts';
import { NETWORK_REASONS } from '../../server/heat/network/reasons.ts';

it('the contract knows every reason for staying off a network', () =>
  expect([...NETWORK_REASON_CODES].sort()).toEqual(Object.keys(NETWORK_REASONS).sort()));
