import { expect, test } from 'vitest';
import { copyFromTray } from '../../../electron/app/copy-from-tray.ts';
import { failed, ok, type Result } from '../../../shared/domain/app-error.ts';
import { recordingLogger, recordingNotifier } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';
import { englishSpeaker } from '../../support/english-speaker.ts';

async function copy(answer: () => Promise<Result<unknown>>) {
  const notifier = recordingNotifier();
  const logger = recordingLogger();
  await copyFromTray({ copier: { copy: answer }, notifier, logger, speaker: englishSpeaker() }, 'key-1');
  return { shown: notifier.shown, logged: JSON.stringify(logger.lines) };
}

test('says nothing of its own when the key was copied: the copier does', async () => {
  expect((await copy(() => Promise.resolve(ok({ clearsAt: 1 })))).shown).toEqual([]);
});

test.each(['key-expired', 'key-disabled', 'vault-unreadable', 'clipboard-failed'] as const)(
  'says why when it is refused: %s',
  holds('clipboard.refused'),
  async (code) => {
    const refusal = failed(code);
    const { shown } = await copy(() => Promise.resolve(refusal));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.title).toBe('The key was not copied');
    expect(shown[0]?.body).toContain(refusal.error.message);
  },
);

test('says that it failed when there is a bug, and never shows or logs its message', async () => {
  const { shown, logged } = await copy(() => Promise.reject(new Error('canary-4711')));
  expect(shown).toHaveLength(1);
  expect(JSON.stringify(shown) + logged).not.toContain('canary-4711');
});
