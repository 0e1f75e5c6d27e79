import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listenForLinks, screenOfArguments, screenOfLink } from '../../../electron/app/screen-link.ts';
import { screenSchema } from '../../../shared/domain/preferences.ts';

const screens: readonly string[] = screenSchema.options;

test('a link names a screen, with a slash after it or without', () => {
  for (const screen of screens) {
    expect(screenOfLink(`keyfob://${screen}`)).toBe(screen);
    expect(screenOfLink(`keyfob://${screen}/`)).toBe(screen);
  }
});

test.each([
  'keyfob://settings?theme=dark',
  'keyfob://settings#lock',
  'keyfob://settings/delete',
  'keyfob://settings//',
  'keyfob://SETTINGS',
  'keyfob://user@settings',
  'keyfob://settings:80',
  'keyfob://api-keys%2fgenerate',
  'keyfob://setting%73',
  'keyfob:settings',
  'keyfob:///settings',
  'keyfob://settings\n',
  ' keyfob://settings',
  'keyfob://generate-key',
  'keyfob://constructor',
  'keyfob://',
  'https://settings',
  '',
])('%j is no link', (text) => {
  expect(screenOfLink(text)).toBeNull();
});

test('whatever is a link is exactly the scheme and the name of a screen', () => {
  const name = fc.oneof(fc.constantFrom(...screens), fc.string());
  const text = fc
    .tuple(
      fc.constantFrom('keyfob://', 'keyfob:', 'KEYFOB://', ''),
      name,
      fc.oneof(fc.constant(''), fc.string()),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (link) => {
      const screen = screenOfLink(link);
      if (screen !== null) expect([`keyfob://${screen}`, `keyfob://${screen}/`]).toContain(link);
    }),
  );
});

test('of the arguments of a start, one link is followed, and none of several', () => {
  expect(screenOfArguments(['keyfob', '--flag', 'keyfob://runs'])).toBe('runs');
  expect(screenOfArguments(['keyfob', 'keyfob://runs', 'keyfob://settings'])).toBeNull();
  expect(screenOfArguments(['keyfob', 'keyfob://runs?now', 'a.json'])).toBeNull();
  expect(screenOfArguments(['keyfob'])).toBeNull();
});

function arrange(args: readonly string[] = []) {
  const events = new EventEmitter();
  const links = listenForLinks(events as unknown as App, args); // What it uses of it.
  const opened: string[] = [];
  const follow = (): void => {
    links.follow(({ screen, action }) => void opened.push(action ?? screen));
  };
  return { events, opened, follow };
}

test('a link that came early is followed once there is a window', () => {
  const { events, opened, follow } = arrange(['keyfob', 'keyfob://runs']);
  let isPrevented = false;
  events.emit('open-url', { preventDefault: () => (isPrevented = true) }, 'keyfob://history');
  expect([isPrevented, opened]).toEqual([true, []]);
  follow();
  expect(opened).toEqual(['history']);
});

test('another start and the system bring links later; what is no link opens nothing', () => {
  const { events, opened, follow } = arrange();
  follow();
  events.emit('second-instance', {}, ['keyfob', 'keyfob://usage']);
  events.emit('second-instance', {}, ['keyfob']);
  events.emit('open-url', { preventDefault: () => undefined }, 'keyfob://usage?delete=all');
  expect(opened).toEqual(['usage']);
});
