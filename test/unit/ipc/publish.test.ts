import { expect, test } from 'vitest';
import { createPublisher } from '../../../electron/ipc/publish.ts';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';

function arrange() {
  const sent: unknown[][] = [];
  const page = { isDestroyed: () => false, send: (...args: unknown[]) => void sent.push(args) };
  const logger = recordingLogger();
  return { sent, page, logger, ...createPublisher(() => [page], logger) };
}

test('sends an event’s name and payload on the one channel', () => {
  const { publish, sent } = arrange();
  publish('vault.changed', { kind: 'empty' });
  expect(sent).toEqual([['keyfob:event', 'vault.changed', { kind: 'empty' }]]);
});

test('does not send a payload with a field that the event does not list', () => {
  const { publish, sent, logger } = arrange();
  const leaky = {
    kind: 'unlocked',
    holder: 'memory',
    secret: 'canary-4711',
  } as EventPayload<'vault.changed'>;
  publish('vault.changed', leaky);
  expect(sent).toEqual([]);
  expect(JSON.stringify(logger.lines)).not.toContain('canary-4711');
});

test('tells nobody while there is no window, and no page that is gone', () => {
  const { page, sent, logger } = arrange();
  createPublisher(() => [null], logger).publish('keys.changed', {});
  createPublisher(() => [{ ...page, isDestroyed: () => true }], logger).publish('keys.changed', {});
  expect(sent).toEqual([]);
});

test('tells the main process too, with a window or without, of events that fit', () => {
  const heard: string[] = [];
  const { publish, onPublished } = createPublisher(() => [null], recordingLogger());
  onPublished((event) => heard.push(event));
  publish('keys.changed', {});
  publish('vault.changed', { kind: 'unknown' } as unknown as EventPayload<'vault.changed'>);
  expect(heard).toEqual(['keys.changed']);
});
