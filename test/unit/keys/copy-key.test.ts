import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../shared/domain/app-error.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { createKeyCopier } from '../../../electron/keys/copy-key.ts';
import { createCopiedSecret } from '../../../electron/keys/copied-secret.ts';
import {
  CONCEALED_FORMAT,
  inMemoryClipboard,
  manualClock,
  recordingLogger,
} from '../../support/in-memory-ports.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

async function aKey() {
  const bench = memoryKeysBench();
  const { id, mask } = await bench.generate();
  // So that the timers left are those of the clipboard.
  bench.keys.forgetHeldSecrets();
  bench.published.length = 0;
  const onClipboard = () => bench.clipboard.formats.get('text/plain') ?? '';
  return { bench, id, mask, secret: bench.secretOf(id), onClipboard };
}

/** Lets every promise that is already settled run on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('copying a key', () => {
  it('puts it on the clipboard concealed, says so, and records where from', async () => {
    const { bench, id, mask, secret } = await aKey();
    const { clearsAt } = valueOf(await bench.copier.copy(id, 'tray'));
    expect(clearsAt).toBe(bench.clock.now() + 30_000);
    expect(bench.clipboard.formats.get('text/plain')).toBe(secret);
    expect(bench.clipboard.formats.has(CONCEALED_FORMAT)).toBe(true);
    expect(bench.notifier.shown).toEqual([
      {
        title: `Copied “CI key” (…${mask.slice(-4)})`,
        body: 'It leaves the clipboard in 30 seconds.',
      },
    ]);
    expect(listActivityOf(bench.ledger, id).at(-1)?.event).toEqual({ kind: 'copied', from: 'tray' });
  });

  it(
    'takes it off again, and names no key, when Keyfob is locked while the system takes it',
    holds('clipboard.cleared', 'confinement.locked-meanwhile'),
    async () => {
      const { bench, id, onClipboard } = await aKey();
      const copying = bench.copier.copy(id, 'window');
      bench.vault.become({ kind: 'locked', holder: 'keychain', reason: 'system' });
      expect(errorOf(await copying).code).toBe('vault-locked');
      expect(onClipboard()).toBe('');
      expect(bench.notifier.shown).toEqual([]);
      expect(bench.clock.pendingTimers()).toBe(0);
    },
  );

  it('clears it after the time when it is still there', holds('clipboard.cleared'), async () => {
    const { bench, id, onClipboard } = await aKey();
    await bench.copier.copy(id, 'window');
    bench.clock.advance(29_999);
    await settle();
    expect(onClipboard()).not.toBe('');
    bench.clock.advance(1);
    await settle();
    expect(onClipboard()).toBe('');
    expect(bench.published).toEqual(['activity.changed', 'clipboard.cleared']);
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('leaves alone what was copied since', holds('clipboard.others'), async () => {
    const { bench, id, onClipboard } = await aKey();
    await bench.copier.copy(id, 'window');
    bench.clipboard.formats = inMemoryClipboard('something else').formats;
    bench.clock.advance(30_000);
    await settle();
    expect(onClipboard()).toBe('something else');
    expect(bench.published).toEqual(['activity.changed']);
  });

  it('has one timer: a second copy starts the time anew', holds('clipboard.one-timer'), async () => {
    const { bench, id, onClipboard } = await aKey();
    const other = await bench.generate({ name: 'other' });
    await bench.copier.copy(id, 'window');
    const timers = bench.clock.pendingTimers();
    bench.clock.advance(20_000);
    await bench.copier.copy(other.id, 'window');
    expect(bench.clock.pendingTimers()).toBe(timers);
    bench.clock.advance(29_999);
    await settle();
    expect(onClipboard()).toBe(bench.secretOf(other.id));
    bench.clock.advance(1);
    await settle();
    expect(onClipboard()).toBe('');
  });

  it('clears at lock and quit at once, and leaves no timer', holds('clipboard.cleared'), async () => {
    const { bench, id, onClipboard } = await aKey();
    await bench.copier.copy(id, 'tray');
    await bench.copier.clearNow();
    expect(onClipboard()).toBe('');
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('leaves the clipboard alone at quit when nothing was copied', holds('clipboard.others'), async () => {
    const { bench, onClipboard } = await aKey();
    bench.clipboard.formats = inMemoryClipboard('mine').formats;
    await bench.copier.clearNow();
    expect(onClipboard()).toBe('mine');
  });

  it('claims nothing when the clipboard refuses', holds('clipboard.failed'), async () => {
    const { bench, id, secret } = await aKey();
    bench.clipboard.writeConcealed = (text) => Promise.reject(new Error(`refused ${text}`));
    const error = errorOf(await bench.copier.copy(id, 'tray'));
    expect(error.code).toBe('clipboard-failed');
    expect(bench.notifier.shown).toEqual([]);
    expect(listActivityOf(bench.ledger, id).map(({ event }) => event.kind)).not.toContain('copied');
    expect(inspect([error, bench.logger.lines], { depth: 9 })).not.toContain(secret);
  });

  it('clears what arrived although the clipboard reported a refusal', holds('clipboard.failed'), async () => {
    const { bench, id, onClipboard } = await aKey();
    const { writeConcealed } = bench.clipboard;
    bench.clipboard.writeConcealed = async (text) => {
      await writeConcealed(text);
      throw new Error('refused after all');
    };
    await bench.copier.copy(id, 'tray');
    expect(onClipboard()).not.toBe('');
    bench.clock.advance(30_000);
    await settle();
    expect(onClipboard()).toBe('');
  });

  it('tries again when the clipboard refuses to be cleared', async () => {
    const { bench, id, onClipboard } = await aKey();
    await bench.copier.copy(id, 'tray');
    bench.clipboard.isRefusing = true;
    bench.clock.advance(30_000);
    await settle();
    expect(onClipboard()).not.toBe('');
    bench.clipboard.isRefusing = false;
    bench.clock.advance(5_000);
    await settle();
    expect(onClipboard()).toBe('');
  });

  it('says that it copied although the disk refused to record it', async () => {
    const { bench, id, secret, onClipboard } = await aKey();
    bench.ledger.writesUntilFull = 0;
    expect((await bench.copier.copy(id, 'tray')).ok).toBe(true);
    expect(onClipboard()).toBe(secret);
  });

  it.each(['vault-unreadable', 'secret-damaged'] as const)(
    'refuses with the reason: %s',
    holds('clipboard.refused'),
    async (code) => {
      const { bench, id, onClipboard } = await aKey();
      bench.vault.failure = appError(code);
      expect(errorOf(await bench.copier.copy(id, 'tray')).code).toBe(code);
      expect(onClipboard()).toBe('');
    },
  );

  it(
    'refuses disabled, deleted and unknown keys, and one whose secret is not held',
    holds('clipboard.refused'),
    async () => {
      const { bench, id } = await aKey();
      const codeOfCopy = async (keyId: string) => errorOf(await bench.copier.copy(keyId, 'tray')).code;
      valueOf(bench.keys.setDisabled({ id, isDisabled: true }));
      expect(await codeOfCopy(id)).toBe('key-disabled');
      valueOf(bench.keys.setDisabled({ id, isDisabled: false }));
      bench.ledger.run('DELETE FROM sealed_secrets');
      expect(await codeOfCopy(id)).toBe('key-without-secret');
      valueOf(bench.keys.remove(id));
      expect(await codeOfCopy(id)).toBe('not-found');
      expect(await codeOfCopy('unknown')).toBe('not-found');
      expect(bench.notifier.shown).toEqual([]);
    },
  );

  it('shows no characters of a secret that is too short for a last four', async () => {
    const bench = memoryKeysBench();
    bench.clipboard.formats = inMemoryClipboard('short').formats;
    const { token } = valueOf(await bench.keys.stagePaste());
    const input = { token, serviceId: 'postman', name: 'Short', expiry: { kind: 'never' } } as const;
    const { id } = valueOf(await bench.keys.addStaged(input));
    await bench.copier.copy(id, 'tray');
    expect(bench.notifier.shown[0]?.title).toBe('Copied “Short”');
  });
});

describe('the time after which a copied key goes', () => {
  it(
    'is the one that is set when it is copied, and a change counts from the next copy on',
    holds('clipboard.time'),
    async () => {
      const { bench, id, onClipboard } = await aKey();
      let seconds = 10;
      const copier = createKeyCopier({ ...bench, clearAfterMs: () => seconds * 1_000 });
      await copier.copy(id, 'window');
      seconds = 600;
      bench.clock.advance(10_000);
      await settle();
      expect(onClipboard()).toBe('');

      expect(valueOf(await copier.copy(id, 'tray')).clearsAt).toBe(bench.clock.now() + 600_000);
      bench.clock.advance(599_999);
      await settle();
      expect(onClipboard()).not.toBe('');
      bench.clock.advance(1);
      await settle();
      expect(onClipboard()).toBe('');
    },
  );

  it(
    'touches nothing that another program put there, at whatever moment it does',
    holds('clipboard.others', 'clipboard.one-timer'),
    async () => {
      const moments = fc.array(fc.tuple(fc.constantFrom('copy', 'other', 'pass', 'lock'), fc.nat(40_000)), {
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(moments, async (steps) => {
          const { bench, id, onClipboard, secret } = await aKey();
          let others = 0;
          for (const [kind, ms] of steps) {
            const held = onClipboard();
            if (kind === 'copy') await bench.copier.copy(id, 'window');
            else if (kind === 'lock') await bench.copier.clearNow();
            else if (kind === 'pass') bench.clock.advance(ms);
            else
              bench.clipboard.formats = inMemoryClipboard(`somebody else’s ${String((others += 1))}`).formats;
            await settle();
            if (kind !== 'copy' && kind !== 'other' && held !== secret) expect(onClipboard()).toBe(held);
            if (kind === 'lock') expect(onClipboard()).not.toBe(secret);
            expect(bench.clock.pendingTimers()).toBeLessThanOrEqual(1);
          }
          bench.clock.advance(30_000);
          await settle();
          expect(onClipboard()).not.toBe(secret);
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('two copies that overlap', () => {
  it(
    'are written one after the other, and a timer that ran out meanwhile does not clear the new one',
    holds('clipboard.one-timer'),
    async () => {
      const clock = manualClock();
      const clipboard = inMemoryClipboard();
      const copied = createCopiedSecret({
        clipboard,
        clock,
        logger: recordingLogger(),
        onCleared: () => undefined,
      });
      await copied.write('first', 30_000);
      const { writeConcealed } = clipboard;
      const gate = Promise.withResolvers<undefined>();
      clipboard.writeConcealed = async (text) => {
        await gate.promise;
        await writeConcealed(text);
      };
      const writing = copied.write('second', 30_000);
      await settle();
      clock.advance(30_000);
      gate.resolve(undefined);
      await writing;
      await settle();
      expect(await clipboard.readText()).toBe('second');
      clock.advance(30_000);
      await settle();
      expect(await clipboard.readText()).toBe('');
    },
  );
});
