import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, test } from 'vitest';
import { filesOfArguments, listenForFiles, openablePath } from '../../../electron/app/opened-files.ts';
import type { Destination } from '../../../electron/app/navigation.ts';
import { holds } from '../../support/holds.ts';

const here = '/home/ada';

describe('the path of a file to open', () => {
  test.each([
    ['/tmp/a.postman_collection.json', '/tmp/a.postman_collection.json'],
    ['a.json', '/home/ada/a.json'],
    ['../b/A.JSON', '/home/b/A.JSON'],
    ['/tmp/with space & ünicode.json', '/tmp/with space & ünicode.json'],
    ['file:///tmp/My%20API.json', '/tmp/My API.json'],
  ])('%j is %j', (argument, path) => {
    expect(openablePath(argument, here)).toBe(path);
  });

  test.each([
    '',
    '-',
    '--import=/tmp/a.json',
    '--user-data-dir=a.json',
    '-a.json',
    '.json',
    '/tmp/.json',
    '/tmp/a.json/',
    '/tmp/a.sh',
    '/tmp/a.json.exe',
    '/tmp/a.json\0.png',
    'https://evil.test/a.json',
    'keyfob://requests/a.json',
    'file://evil.test/share/a.json',
    'file:////evil.test/share/a.json',
    'file:///tmp%2fa.json',
    'file:///tmp/a.json%00',
    'file:///tmp/a.json?x.json%',
    'javascript://x/a.json',
    `/tmp/${'a'.repeat(100_000)}.json`,
  ])('%j is none', holds('bridge.opened-files'), (argument) => {
    expect(openablePath(argument, here)).toBeNull();
  });
});

test('takes the files among the arguments, and none when they are too many', () => {
  expect(filesOfArguments(['keyfob.json', '--x', 'a.json', 'keyfob://usage', 'b.json'], here)).toEqual([
    '/home/ada/a.json',
    '/home/ada/b.json',
  ]);
  const many = Array.from({ length: 21 }, (_, index) => `${String(index)}.json`);
  expect(filesOfArguments(['keyfob', ...many], here)).toEqual([]);
});

function arrange(args: readonly string[] = ['keyfob']) {
  const app = new EventEmitter();
  const visited: Destination[] = [];
  const files = listenForFiles(app as unknown as App, args, here); // It listens alone.
  const follow = (): void => {
    files.follow((destination) => void visited.push(destination));
  };
  return { app, files, visited, follow };
}
const IMPORT = { screen: 'requests', action: 'import-opened' };

test('a file that Keyfob was started for waits until there is a window, and is told once', () => {
  const { files, visited, follow } = arrange(['keyfob', 'a.json']);
  expect(visited).toEqual([]);
  follow();
  expect(visited).toEqual([IMPORT]);
  expect([files.take(), files.take()]).toEqual([['/home/ada/a.json'], []]);
});

test('macOS tells of a file before the app is ready, and later', () => {
  const { app, files, visited, follow } = arrange();
  const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) };
  app.emit('open-file', event, '/tmp/a.json');
  follow();
  expect([visited, files.take(), event.isPrevented]).toEqual([[IMPORT], ['/tmp/a.json'], true]);
  app.emit('open-file', event, '/tmp/run.sh');
  expect([visited.length, files.take()]).toEqual([1, []]);
});

test('a second start names files from its own folder; the newest are looked at', () => {
  const { app, files, visited, follow } = arrange();
  follow();
  app.emit('second-instance', {}, ['keyfob', 'a.json'], '/srv');
  app.emit('second-instance', {}, ['keyfob', 'b.json'], '/srv');
  app.emit('second-instance', {}, ['keyfob'], '/srv');
  expect([visited.length, files.take()]).toEqual([2, ['/srv/b.json']]);
});
