import { expect, test } from 'vitest';
import { pageRefusal } from '../../../electron/ipc/page-gate.ts';
import { holds } from '../../support/holds.ts';
import { commandNames } from '../../support/recording-handlers.ts';

test(
  'the palette’s page has six commands, none of which reveals, changes or sends',
  holds('bridge.quick-copy'),
  () => {
    const allowed = commandNames.filter((command) => pageRefusal(command, { page: 'quick-copy' }) === null);
    expect(allowed.toSorted()).toEqual([
      'app.getState',
      'keys.find',
      'preferences.get',
      'quickCopy.close',
      'quickCopy.copy',
      'quickCopy.openKeyfob',
    ]);
  },
);

test('the window’s page has all of them', () => {
  expect(commandNames.every((command) => pageRefusal(command, {}) === null)).toBe(true);
});
