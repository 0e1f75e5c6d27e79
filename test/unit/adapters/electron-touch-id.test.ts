import { expect, test } from 'vitest';
import { electronTouchId } from '../../../electron/adapters/electron-touch-id.ts';

test('asks the system, and takes its yes for one', async () => {
  const asked: string[] = [];
  const touchId = electronTouchId({
    canPromptTouchID: () => true,
    promptTouchID: (reason) => Promise.resolve(void asked.push(reason)),
  });
  expect([touchId.isKnown, touchId.canAsk()]).toEqual([true, true]);
  expect(await touchId.ask('unlock your keys')).toBe(true);
  expect(asked).toEqual(['unlock your keys']);
});

test('takes every other end for a no: cancelled, failed, or thrown at once', async () => {
  const cancelled = electronTouchId({
    promptTouchID: () => Promise.reject(new Error('Canceled by user.')),
  });
  expect(await cancelled.ask('unlock your keys')).toBe(false);
  const broken = electronTouchId({
    promptTouchID: () => {
      throw new TypeError('Illegal invocation');
    },
  });
  expect(await broken.ask('unlock your keys')).toBe(false);
});

test('is not known, and says no, where Electron has no such methods', async () => {
  const touchId = electronTouchId({});
  expect([touchId.isKnown, touchId.canAsk()]).toEqual([false, false]);
  expect(await touchId.ask('unlock your keys')).toBe(false);
});
