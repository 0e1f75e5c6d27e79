import { expect, test } from 'vitest';
import { createPublish } from '../../../electron/ipc/publish.ts';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';

function arrange() {
  const sent: unknown[][] = [];
  const page = { isDestroyed: () => false, send: (...args: unknown[]) => void sent.push(args) };
  const logger = recordingLogger();
  return { sent, page, logger, publish: createPublish(() => page, logger) };
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
  createPublish(() => null, logger)('keys.changed', {});
  createPublish(() => ({ ...page, isDestroyed: () => true }), logger)('keys.changed', {});
  expect(sent).toEqual([]);
});
