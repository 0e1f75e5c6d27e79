import { expect, test } from 'vitest';
import {
  endOfLocalDay,
  expiryOptions,
  localDate,
  readExpiry,
  selectionOfDays,
} from '../../../../renderer/features/keys/expiry-selection.ts';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import { START } from '../../../support/builders.ts';
import { keyDialogsTexts } from '../../../../shared/texts/en/key-dialogs.ts';
import { speakEnglish } from '../../../../shared/texts/speech.ts';

const texts = speakEnglish('en-GB').textsOf(keyDialogsTexts);

test('offers never, the lifetimes and a date', () => {
  expect(expiryOptions(null, texts).map(({ label }) => label)).toEqual([
    'Never',
    '7 days',
    '30 days',
    '60 days',
    '90 days',
    '180 days',
    '365 days',
    'On a date…',
  ]);
});

test('offers a lifetime from the settings too, in its place', () => {
  expect(expiryOptions(45, texts).map(({ id }) => id)).toEqual([
    'never',
    '7',
    '30',
    '45',
    '60',
    '90',
    '180',
    '365',
    'date',
  ]);
});

test('reads a lifetime as days from now', () => {
  expect(readExpiry(selectionOfDays(30), START, texts)).toEqual({
    kind: 'chosen',
    choice: { kind: 'after-days', days: 30 },
    at: START + 30 * DAY_MS,
  });
  expect(readExpiry(selectionOfDays(null), START, texts)).toMatchObject({
    choice: { kind: 'never' },
    at: null,
  });
});

test('reads a date as the last millisecond of that day, so that the key works through it', () => {
  const reading = readExpiry({ option: 'date', date: '2026-03-01' }, START, texts);
  const at = endOfLocalDay('2026-03-01');
  expect(reading).toEqual({ kind: 'chosen', choice: { kind: 'at', at }, at });
  expect(localDate(at ?? 0)).toBe('2026-03-01');
  expect(localDate((at ?? 0) + 1)).toBe('2026-03-02');
});

test('takes today, and refuses a day that is over or no date at all', () => {
  expect(readExpiry({ option: 'date', date: '2026-01-15' }, START, texts).kind).toBe('chosen');
  expect(readExpiry({ option: 'date', date: '2026-01-14' }, START, texts)).toMatchObject({
    kind: 'incomplete',
  });
  expect(readExpiry({ option: 'date', date: '' }, START, texts)).toMatchObject({ kind: 'incomplete' });
});
