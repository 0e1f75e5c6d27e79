import { describe, expect, it } from 'vitest';
import {
  appError,
  appErrorCodeSchema,
  appErrorSchema,
  failed,
  ok,
} from '../../../../shared/domain/app-error.ts';

describe('an expected failure', () => {
  it.each(appErrorCodeSchema.options)('says what happened, in a sentence: %s', (code) => {
    const error = appError(code);
    expect(appErrorSchema.parse(error)).toEqual(error);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    if (error.remedy !== '') expect(error.remedy).toMatch(/^[A-Z].*\.$/);
  });

  it('takes other words and a field, and has no field unless one is named', () => {
    expect(appError('name-taken', { message: 'Taken.', field: 'name' })).toMatchObject({
      code: 'name-taken',
      message: 'Taken.',
      field: 'name',
    });
    expect(appError('name-taken')).not.toHaveProperty('field');
  });

  it('is a value beside the other outcome', () => {
    expect(ok(5)).toEqual({ ok: true, value: 5 });
    expect(failed('internal')).toEqual({ ok: false, error: appError('internal') });
  });
});
