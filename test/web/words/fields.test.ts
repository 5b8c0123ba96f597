import { expect, it } from 'vitest';
import { FIELDS } from '../../../server/intake/screening/fields.ts';
import { FIELD_KEYS, fieldName } from '../../../web/words/fields.ts';

it.each(Object.keys(FIELDS))('the field %s has a name on screen in both languages', (field) => {
  expect(fieldName(field, 'nb')).not.toBeNull();
  expect(fieldName(field, 'en')).not.toBeNull();
});

it('offers no field that intake does not know', () => expect(FIELD_KEYS.filter((key) => !Object.hasOwn(FIELDS, key))).toEqual([]));
