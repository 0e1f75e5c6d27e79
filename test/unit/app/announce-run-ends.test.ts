import { expect, test } from 'vitest';
import { announceRunEnds } from '../../../electron/app/announce-run-ends.ts';
import type { Destination } from '../../../electron/app/navigation.ts';
import type { EventName } from '../../../shared/contract/contract.ts';
import { DEFAULT_RUN_OPTIONS, NO_TOTALS, type Run } from '../../../shared/domain/run.ts';
import { englishSpeaker } from '../../support/english-speaker.ts';
import { recordingNotifier } from '../../support/in-memory-ports.ts';

const run = (change: Partial<Run> = {}): Run => ({
  id: 'run-00001',
  name: 'Weather',
  collectionId: 'c',
  folderId: null,
  dataName: null,
  options: DEFAULT_RUN_OPTIONS,
  startedAt: 0,
  durationMs: 1,
  state: 'finished',
  planned: 4,
  totals: { ...NO_TOTALS, done: 4, passed: 4 },
  ...change,
});

function arrange() {
  const listeners: ((event: EventName, payload: unknown) => void)[] = [];
  const published: unknown[] = [];
  const visited: Destination[] = [];
  const notifier = recordingNotifier();
  const window = { isFocused: false };
  announceRunEnds({
    publisher: { onPublished: (listener) => void listeners.push(listener) },
    publish: (event, payload) => void published.push([event, payload]),
    notifier,
    speaker: englishSpeaker(),
    goTo: (destination) => void visited.push(destination),
    isWindowFocused: () => window.isFocused,
  });
  const progress = (change: Partial<Run> = {}): void => {
    for (const listener of listeners) listener('runs.progressed', run(change));
  };
  return { progress, published, visited, notifier, window };
}

test('the desktop tells once that a run has ended while another window is in front; a click shows that run', () => {
  const { progress, published, visited, notifier } = arrange();
  progress({ state: 'running' });
  progress();
  progress();
  expect(notifier.shown.map(({ title, body }) => [title, body])).toEqual([
    ['The run of “Weather” has ended', '4 requests, none failed.'],
  ]);
  expect(published).toEqual([]);
  notifier.shown[0]?.onClick?.();
  expect(visited).toEqual([{ screen: 'runs', action: 'show-run', runId: 'run-00001' }]);
});

test('the window tells it itself while the person looks at it', () => {
  const { progress, published, notifier, window } = arrange();
  window.isFocused = true;
  progress({ totals: { ...NO_TOTALS, done: 4, passed: 2, failed: 1, errors: 1 } });
  expect(notifier.shown).toEqual([]);
  expect(published).toEqual([
    [
      'runs.ended',
      {
        id: 'run-00001',
        isGood: false,
        title: 'The run of “Weather” has ended',
        body: '4 requests, 2 failed.',
      },
    ],
  ]);
});

test('says nothing of a run that the person cancelled, and names none while Keyfob is locked', () => {
  const { progress, notifier, visited } = arrange();
  progress({ state: 'cancelled' });
  expect(notifier.shown).toEqual([]);
  progress({ id: 'run-00002', state: 'stopped' });
  progress({ id: 'run-00003', state: 'locked' });
  expect(notifier.shown.map(({ title }) => title)).toEqual([
    'The run of “Weather” was stopped',
    'A run was stopped, because Keyfob is locked',
  ]);
  notifier.shown[1]?.onClick?.();
  expect(visited).toEqual([{ screen: 'runs', action: null }]);
});
