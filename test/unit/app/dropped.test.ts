import { expect, test } from 'vitest';
import { createDropped } from '../../../electron/app/dropped.ts';

test('keeps the newest drop until it is taken, once', () => {
  const dropped = createDropped();
  dropped.receive({ paths: ['/tmp/a.json'], text: '' });
  dropped.receive({ paths: ['/tmp/b.json', 'relative.json', '/tmp/c\0.json'], text: '' });
  expect([dropped.take(), dropped.take()]).toEqual([
    { kind: 'dropped', paths: ['/tmp/b.json'], text: '' },
    null,
  ]);
});

test.each([
  ['more files than are looked at', { paths: Array<string>(101).fill('/tmp/a'), text: '' }],
  ['a path that no system has', { paths: [`/${'a'.repeat(5_000)}`], text: '' }],
  ['what no preload sends', { paths: '/tmp/a', text: 1 }],
  ['a further field', { paths: [], text: '', more: true }],
])('takes %s for too much', (_, drop) => {
  const dropped = createDropped();
  dropped.receive(drop);
  expect(dropped.take()).toEqual({ kind: 'too-much' });
});

test('forgets what it holds', () => {
  const dropped = createDropped();
  dropped.receive({ paths: [], text: 'curl https://a.example' });
  dropped.forget();
  expect(dropped.take()).toBeNull();
});
