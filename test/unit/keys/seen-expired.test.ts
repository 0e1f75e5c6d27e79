import { describe, expect, it } from 'vitest';
import { apiKeyStatus } from '../../../shared/domain/api-key.ts';
import { watchExpiry } from '../../../electron/keys/expiry-watch.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import { START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';

/** A bench whose key expires one second from now. */
async function expiringKey() {
  const bench = memoryKeysBench();
  const { id } = await bench.generate({ expiry: { kind: 'at', at: START + 1000 } });
  const secret = bench.secretOf(id);
  const statusAt = (now: number) => {
    bench.clock.setNow(now);
    const [apiKey] = bench.keys.list();
    return apiKey === undefined ? null : apiKeyStatus(apiKey, now);
  };
  return { bench, id, secret, statusAt };
}

describe('an expiry', () => {
  it(
    'is exclusive to the millisecond, for the list, the sender and the server alike',
    holds('issue.expiry'),
    async () => {
      const { bench, id, secret } = await expiringKey();
      bench.clock.advance(999);
      expect(bench.stateAtServer(secret)).toBe('works');
      expect(bench.signingKeys.openSecret(id).ok).toBe(true);
      bench.clock.advance(1);
      expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe('key-expired');
      expect(bench.stateAtServer(secret)).toBe('expired');
    },
  );

  it.each(['list', 'sender', 'copy', 'server'] as const)(
    'does not come back when the clock goes back, once the %s has seen it',
    holds('issue.clock'),
    async (witness) => {
      const { bench, id, secret, statusAt } = await expiringKey();
      bench.clock.setNow(START + 1000);
      const look = {
        list: () => bench.keys.list(),
        sender: () => bench.signingKeys.findKey(id),
        copy: () => bench.copier.copy(id, 'tray'),
        server: () => bench.issuedKeys.find(secret.split('_')[1] ?? ''),
      };
      await look[witness]();
      expect(statusAt(START)).toBe('expired');
      expect(bench.stateAtServer(secret)).toBe('expired');
      expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe('key-expired');
      expect(errorOf(await bench.copier.copy(id, 'window')).code).toBe('key-expired');
    },
  );

  it('of many keys at once is one entry of the activity, and of a few one each', async () => {
    const bench = memoryKeysBench();
    const generate = async (count: number, at: number) => {
      for (let index = 0; index < count; index += 1) {
        await bench.generate({
          name: `Build ${String(at - START)}-${String(index)}`,
          expiry: { kind: 'at', at },
        });
      }
    };
    await generate(21, START + 1000);
    await generate(2, START + 2000);
    const filter = { apiKeyId: null, group: null, since: null, search: '' };
    const expired = () =>
      valueOf(bench.activityLog.list({ filter, before: null, limit: 100 }))
        .entries.filter(({ event }) => event.kind === 'expired')
        .map(({ apiKeyName, others }) => [apiKeyName, others]);
    bench.clock.setNow(START + 1000);
    bench.keys.list();
    bench.keys.list();
    expect(expired()).toEqual([['Build 1000-0', 20]]);
    bench.clock.setNow(START + 2000);
    bench.keys.list();
    expect(expired().toSorted()).toEqual([
      ['Build 1000-0', 20],
      ['Build 2000-0', 0],
      ['Build 2000-1', 0],
    ]);
    const [first] = bench.keys.list();
    bench.clock.setNow(START);
    expect(bench.keys.list().every(({ hasExpired }) => hasExpired)).toBe(true);
    expect(first?.hasExpired).toBe(true);
  });

  it('is taken back by a new expiration alone', async () => {
    const { bench, id, secret, statusAt } = await expiringKey();
    expect(statusAt(START + 1000)).toBe('expired');
    valueOf(bench.keys.rename({ id, name: 'Renamed' }));
    valueOf(bench.keys.setDisabled({ id, isDisabled: false }));
    expect(statusAt(START)).toBe('expired');
    const revived = valueOf(bench.keys.setExpiration({ id, expiry: { kind: 'never' } }));
    expect(revived.hasExpired).toBe(false);
    expect(bench.stateAtServer(secret)).toBe('works');
  });

  it('still holds when the disk refuses to write it down, and is logged', async () => {
    const { bench, id } = await expiringKey();
    bench.clock.setNow(START + 1000);
    bench.ledger.writesUntilFull = 0;
    expect(bench.keys.list()).toHaveLength(1);
    expect(errorOf(bench.signingKeys.openSecret(id)).code).toBe('key-expired');
    expect(bench.logger.lines.map(({ level }) => level)).toContain('warn');
  });

  it('works for a key that was made before a clock was set back', async () => {
    const { statusAt } = await expiringKey();
    expect(statusAt(START - 365 * 24 * 3_600_000)).toBe('active');
  });

  it('writes nothing while nothing has expired', async () => {
    const { bench } = await expiringKey();
    bench.ledger.writesUntilFull = 0;
    bench.keys.list();
    expect(bench.logger.lines).toEqual([]);
  });
});

describe('the watch over expiry', () => {
  it('sees a key expire that nobody looks at, and tells the windows once', async () => {
    const { bench, statusAt } = await expiringKey();
    bench.published.length = 0;
    const stop = watchExpiry(bench);
    bench.clock.advance(60_000);
    expect(bench.published).toEqual(['keys.changed']);
    stop();
    expect(statusAt(START)).toBe('expired');
  });

  it('stops', () => {
    const bench = memoryKeysBench();
    watchExpiry(bench)();
    expect(bench.clock.pendingTimers()).toBe(0);
  });

  it('goes on while no ledger is open', () => {
    const bench = memoryKeysBench();
    const closed = () => {
      throw new LedgerUnavailableError('closed');
    };
    const stop = watchExpiry({ ...bench, ledger: { ...bench.ledger, get: closed } });
    expect(() => {
      bench.clock.advance(60_000);
    }).not.toThrow();
    expect(bench.clock.pendingTimers()).toBe(1);
    stop();
  });
});
