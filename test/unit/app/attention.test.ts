import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { followAttention } from '../../../electron/app/attention-badge.ts';
import type { Destination } from '../../../electron/app/navigation.ts';
import { reminderAnswers } from '../../../electron/app/reminder-answers.ts';
import { createBadge } from '../../../electron/app/show-badge.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import type { EventName } from '../../../shared/contract/contract.ts';
import { englishSpeaker } from '../../support/english-speaker.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

function badge() {
  const clock = manualClock();
  const listeners: ((event: EventName) => void)[] = [];
  const ending: { count: number | null } = { count: 0 };
  const shown: number[] = [];
  const stop = followAttention({
    clock,
    keys: {
      countAttention: () => {
        if (ending.count === null) throw new LedgerUnavailableError();
        return ending.count;
      },
    },
    publisher: { onPublished: (listener) => void listeners.push(listener) },
    show: (count) => void shown.push(count),
  });
  const publish = (event: EventName): void => {
    for (const listener of listeners) listener(event);
    clock.advance(50);
  };
  return { clock, ending, shown, publish, stop };
}

test('counts the keys that end soon, when something changed and once an hour', () => {
  const { clock, ending, shown, publish, stop } = badge();
  expect(shown).toEqual([]);
  ending.count = 2;
  publish('activity.changed');
  expect(shown).toEqual([]);
  publish('keys.changed');
  expect(shown).toEqual([2]);
  ending.count = 3;
  clock.advance(60 * 60 * 1000);
  expect(shown).toEqual([2, 3]);
  ending.count = null;
  publish('ledger.changed');
  expect(shown).toEqual([2, 3, 0]);
  stop();
  ending.count = 1;
  clock.advance(60 * 60 * 1000);
  expect(shown).toEqual([2, 3, 0]);
});

test('is a number where the system has one, and a dot at the window’s button on Windows', async () => {
  const app = Object.assign(new EventEmitter(), {
    counts: [] as (number | undefined)[],
    setBadgeCount(count?: number) {
      app.counts.push(count);
      return true;
    },
  });
  const overlays: (string | null)[] = [];
  const parts = {
    app: app as never, // the two that it calls
    overlay: 'dot' as never, // passed on as it is
    window: () => ({
      setOverlayIcon: (_icon: unknown, description: string) => void overlays.push(description),
    }),
    description: (count: number) => `${String(count)} end soon`,
  };
  createBadge({ ...parts, platform: 'darwin' })(2);
  const onWindows = createBadge({ ...parts, platform: 'win32' });
  onWindows(1);
  onWindows(0);
  onWindows(3);
  expect([app.counts, overlays]).toEqual([[2], ['1 end soon', '', '3 end soon']]);
  app.emit('browser-window-created');
  await new Promise(setImmediate);
  expect(overlays.at(-1)).toBe('3 end soon');
});

test('a reminder can be answered by opening a screen or by putting it off, and by nothing else', () => {
  const visited: Destination[] = [];
  const snoozed: string[] = [];
  const { onClick, choices = [] } = reminderAnswers({
    speaker: englishSpeaker(),
    goTo: (destination) => void visited.push(destination),
    snooze: (id) => void snoozed.push(id),
  })('key-1');
  expect(choices.map(({ label }) => label)).toEqual(['Open', 'Regenerate…', 'Snooze a day']);
  onClick?.();
  for (const { choose } of choices) choose();
  expect(visited).toEqual([
    { screen: 'api-keys', action: 'focus-key', apiKeyId: 'key-1' },
    { screen: 'api-keys', action: 'focus-key', apiKeyId: 'key-1' },
    { screen: 'api-keys', action: 'regenerate-key', apiKeyId: 'key-1' },
  ]);
  expect(snoozed).toEqual(['key-1']);
});
