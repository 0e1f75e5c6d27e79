import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test } from 'vitest';
import { followLifecycle } from '../../../electron/app/lifecycle.ts';

function arrange(shutDown: () => Promise<void> = () => Promise.resolve()) {
  const events = new EventEmitter();
  const happened: string[] = [];
  const quit = (): void => {
    const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
    events.emit('before-quit', event);
    happened.push(event.isPrevented ? 'waits' : 'exits');
  };
  const app = Object.assign(events, { quit }) as unknown as App; // What it uses of it.
  const lifecycle = followLifecycle(app, {
    showWindow: () => void happened.push('shown'),
    shutDown: () => {
      happened.push('shuts down');
      return shutDown();
    },
  });
  return { events, happened, quit, lifecycle };
}

test('a second start and a click on the dock show the one window', () => {
  const { events, happened } = arrange();
  events.emit('second-instance', {}, ['keyfob']);
  events.emit('activate');
  expect(happened).toEqual(['shown', 'shown']);
});

test('a second start that asks for the palette, or for no window, shows none', () => {
  const { events, happened } = arrange();
  events.emit('second-instance', {}, ['keyfob', '--quick-copy']);
  events.emit('second-instance', {}, ['keyfob', '--hidden']);
  expect(happened).toEqual([]);
});

test('the last window’s end does not quit', () => {
  const { events } = arrange();
  expect(events.listenerCount('window-all-closed')).toBe(1);
});

test('quitting shuts down first, once, and exits after it', async () => {
  const down = Promise.withResolvers<undefined>();
  const { happened, quit, lifecycle } = arrange(() => down.promise);
  expect(lifecycle.isQuitting()).toBe(false);
  quit();
  quit();
  expect(lifecycle.isQuitting()).toBe(true);
  expect(happened).toEqual(['shuts down', 'waits', 'waits']);
  down.resolve(undefined);
  await expect.poll(() => happened.at(-1)).toBe('exits');
  expect(happened.filter((what) => what === 'shuts down')).toHaveLength(1);
});
