import { assert, integer, property } from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { hasValidCheckDigit, readOrgNumber } from '../../server/domain/orgNumber.ts';

describe('an organisation number', () => {
  it('agrees with an independent check on every number', () =>
    assert(
      property(integer({ min: 800_000_000, max: 999_999_999 }), (number) => {
        expect(hasValidCheckDigit(String(number))).toBe(stdnum.NO?.['orgnr']?.validate(String(number)).isValid);
      }),
      { seed: 1, numRuns: 500 },
    ));
  it.each([
    ['123456785', { kind: 'digits', digits: '123456785' }],
    ['123 456 785', { kind: 'digits', digits: '123456785' }],
    ['NO 123.456.785 MVA', { kind: 'digits', digits: '123456785' }],
    ['123456785.0', { kind: 'digits', digits: '123456785' }],
    ['123456786', { kind: 'wrong', digits: '123456786' }],
    ['Nei', { kind: 'absent' }],
    ['12345', { kind: 'text' }],
  ])('%s', (text, expected) => expect(readOrgNumber(text)).toEqual(expected));
});
