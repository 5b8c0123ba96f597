import { describe, expect, it } from 'vitest';
import { ERRORS, errorText } from '../../server/contract/errors.ts';
import { ERROR_CODES } from '../../server/domain/errors.ts';

describe('the error table', () => {
  it.each([...ERROR_CODES])('has a status and a sentence in both languages for %s', (code) => {
    const entry = ERRORS[code];
    expect(entry.status).toBeGreaterThanOrEqual(400);
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '').toSorted();
    expect(names(entry.nb)).toEqual(names(entry.en));
    expect(entry.nb).not.toBe('');
  });

  it('keeps a missing value visible instead of leaving a gap', () => {
    expect(errorText({ code: 'import.unknown', values: {} }, 'en')).toBe('There is no import {id}.');
  });
});
