import { describe, expect, it } from 'vitest';
import { dateOfExcelSerial, daysOfPeriod, readDate, readPeriod } from '../../server/domain/period.ts';

describe('the time that figures are for', () => {
  it.each([
    ['2024', '2024'],
    ['2024.0', '2024'],
    ['år 2024', '2024'],
    ['2024-03', '2024-03'],
    ['03/2024', '2024-03'],
    ['mars 2024', '2024-03'],
    ['mar.24', '2024-03'],
    ['Q1 2024', '2024-01-01/2024-03-31'],
    ['2. kvartal 2024', '2024-04-01/2024-06-30'],
    ['2024 Q4', '2024-10-01/2024-12-31'],
    ['2023-2024', '2023-01-01/2024-12-31'],
    ['2023/24', '2023-01-01/2024-12-31'],
    ['01.01.2024-30.06.2024', '2024-01-01/2024-06-30'],
    ['1.1.2024 – 30.6.2024', '2024-01-01/2024-06-30'],
    ['2024-01-01/2024-06-30', '2024-01-01/2024-06-30'],
    ['1. halvår 2024', '2024-01-01/2024-06-30'],
    ['jan - mars 2024', '2024-01-01/2024-03-31'],
    ['14.03.2024', '2024-03-14'],
    ['30.02.2024', null],
    ['uke', null],
    ['batch', null],
  ])('%s', (text, expected) => expect(readPeriod(text)).toBe(expected));
  it('knows Excel day numbers and the days of a period', () => {
    expect(dateOfExcelSerial(45658)).toBe('2025-01-01');
    expect(dateOfExcelSerial(12)).toBeNull();
    expect(daysOfPeriod('2024-02')).toBe(29);
    expect(daysOfPeriod('2024-01-01/2024-12-31')).toBe(366);
    expect(readDate('14. mars 2024')).toBe('2024-03-14');
  });
});
