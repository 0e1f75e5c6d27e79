import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, type ExpiryChoice } from '../../../shared/domain/expiry.ts';
import { NO_POLICIES, type UserPolicy } from '../../../shared/domain/key-policy.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import { snoozeReminder, watchReminders } from '../../../electron/keys/reminders.ts';
import { START } from '../../support/builders.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { valueOf } from '../../support/results.ts';

const MINUTE_MS = 60_000;

/** A bench whose key ends as said, with the watch over it. */
async function watched(expiry: ExpiryChoice, policy: Partial<UserPolicy> = {}) {
  const bench = memoryKeysBench();
  valueOf(bench.policies.set({ user: { ...NO_POLICIES.user, ...policy }, team: null }));
  const { id } = await bench.generate({ expiry });
  let stop = watchReminders(bench);
  const titles = () => bench.notifier.shown.map(({ title }) => title);
  const restart = () => {
    stop();
    stop = watchReminders(bench);
  };
  /** Lets so much time pass; the watch looks at the end of it. */
  const pass = (ms: number) => {
    bench.clock.setNow(bench.clock.now() + ms - MINUTE_MS);
    bench.clock.advance(MINUTE_MS);
  };
  /** To this many days before the end that the key had at first. */
  const goTo = (days: number, end = 60) => {
    pass(START + (end - days) * DAY_MS - bench.clock.now());
  };
  return { bench, id, titles, restart, pass, goTo, stop: () => stop() };
}

const in60Days: ExpiryChoice = { kind: 'after-days', days: 60 };
const ALL = ['“CI key” ends in 14 days', '“CI key” ends in 7 days', '“CI key” ends in 1 day'];

describe('reminders', () => {
  it('are shown 14, 7 and 1 days before the end, once each, and not a minute before', async () => {
    const { titles, goTo, pass } = await watched(in60Days);
    for (const [index, days] of [14, 7, 1].entries()) {
      goTo(days);
      expect(titles()).toEqual(ALL.slice(0, index + 1));
    }
    goTo(0);
    pass(30 * DAY_MS);
    expect(titles()).toEqual(ALL);
  });

  it('wait for the exact time', async () => {
    const { bench, titles, restart } = await watched(in60Days);
    bench.clock.setNow(START + 46 * DAY_MS - 1);
    restart();
    expect(titles()).toEqual([]);
    bench.clock.setNow(START + 46 * DAY_MS);
    restart();
    expect(titles()).toEqual(ALL.slice(0, 1));
  });

  it('are not shown again after a restart, nor when the clock goes back', async () => {
    const { bench, titles, restart, goTo, pass } = await watched(in60Days);
    goTo(14);
    restart();
    restart();
    expect(titles()).toEqual(ALL.slice(0, 1));
    goTo(7);
    bench.clock.setNow(START);
    restart();
    pass(59 * DAY_MS);
    expect(titles()).toEqual(ALL);
  });

  it('are shown once for all that passed while Keyfob was not running', async () => {
    const { bench, titles, restart, stop, pass } = await watched(in60Days);
    stop();
    bench.clock.setNow(START + 57 * DAY_MS);
    restart();
    expect(titles()).toEqual(['“CI key” ends in 3 days']);
    pass(2 * DAY_MS);
    expect(titles()).toEqual(['“CI key” ends in 3 days', '“CI key” ends in 1 day']);
  });

  it('name the date and the rule, and no secret', async () => {
    const { bench, goTo, id } = await watched({ kind: 'never' }, { idleDays: 60 });
    goTo(14);
    expect(bench.notifier.shown.at(-1)?.body).toBe('On March 16, 2026. Unused for 60 days.');
    expect(JSON.stringify(bench.notifier.shown)).not.toContain(bench.secretOf(id));
  });

  it('begin anew when a use moves the end of a key that ends when unused', async () => {
    const { bench, titles, id, goTo } = await watched({ kind: 'never' }, { idleDays: 30 });
    goTo(14, 30);
    const use = { apiKeyId: id, method: 'GET', origin: 'http://127.0.0.1:5362', status: 200 };
    bench.signingKeys.recordSent(use);
    goTo(14, 46);
    expect(titles()).toEqual([ALL[0], ALL[0]]);
  });

  it.each([
    ['a key that was made to live no longer', { kind: 'after-days', days: 7 }, {}],
    ['a key in use whose time unused is short', { kind: 'never' }, { idleDays: 7 }],
  ] as const)('do not tell at once of %s', async (_, expiry, policy) => {
    const { titles, pass } = await watched(expiry, policy);
    pass(5 * DAY_MS);
    expect(titles()).toEqual([]);
    pass(DAY_MS);
    expect(titles()).toEqual([ALL[2]]);
  });

  it('do not tell of what the person has just set', async () => {
    const { bench, titles, id, pass } = await watched({ kind: 'never' });
    pass(100 * DAY_MS);
    const at = bench.clock.now() + 5 * DAY_MS;
    valueOf(bench.keys.setExpiration({ id, expiry: { kind: 'at', at } }));
    pass(4 * DAY_MS - MINUTE_MS);
    expect(titles()).toEqual([]);
    pass(MINUTE_MS);
    expect(titles()).toEqual([ALL[2]]);
  });

  it('do not tell of what a policy ends that the person has just saved', async () => {
    const { bench, titles, pass } = await watched({ kind: 'never' });
    pass(25 * DAY_MS);
    valueOf(bench.policies.set({ user: { ...NO_POLICIES.user, maximumLifetimeDays: 30 }, team: null }));
    pass(HOUR_MS);
    expect(titles()).toEqual([]);
    pass(4 * DAY_MS);
    expect(titles()).toEqual([ALL[2]]);
  });

  it('are never shown for a key that is being rotated', async () => {
    const { bench, titles, id, goTo } = await watched(in60Days);
    goTo(20);
    valueOf(await bench.keys.regenerate({ id, grace: { kind: 'days', days: 10 } }));
    goTo(10.5);
    expect(titles()).toEqual([]);
    goTo(9.5);
    expect(titles()).toEqual(['“CI key” ends in 10 days']);
  });

  it('are not shown for a key that is disabled, expired or deleted', async () => {
    const { bench, titles, id, goTo } = await watched(in60Days);
    valueOf(bench.keys.setDisabled({ id, isDisabled: true }));
    goTo(7);
    expect(titles()).toEqual([]);
    valueOf(bench.keys.setDisabled({ id, isDisabled: false }));
    valueOf(bench.keys.remove(id));
    goTo(1);
    expect(titles()).toEqual([]);
  });

  it('are one for many keys at once', async () => {
    const { bench, titles, goTo } = await watched(in60Days);
    for (const name of ['a', 'b', 'c', 'd']) await bench.generate({ name, expiry: in60Days });
    goTo(14);
    expect(titles()).toEqual(['5 API keys end soon']);
  });

  it('are not shown every minute when the disk does not take note of them', async () => {
    const { bench, titles, goTo, pass } = await watched(in60Days);
    bench.ledger.writesUntilFull = 0;
    goTo(14);
    pass(HOUR_MS);
    expect(titles()).toEqual([]);
    expect(bench.logger.lines.map(({ level }) => level)).toContain('warn');
  });

  it('go on while no ledger is open, and stop', () => {
    const bench = memoryKeysBench();
    const closed = () => {
      throw new LedgerUnavailableError('closed');
    };
    const stop = watchReminders({ ...bench, ledger: { ...bench.ledger, all: closed } });
    bench.clock.advance(2 * MINUTE_MS);
    expect(bench.clock.pendingTimers()).toBe(1);
    stop();
    expect(bench.clock.pendingTimers()).toBe(0);
  });
});

describe('a reminder that is put off', () => {
  it('is told once more a day later, and then goes on as before', async () => {
    const { bench, id, titles, goTo, pass, restart } = await watched(in60Days);
    goTo(14);
    snoozeReminder(bench, id);
    // A button that is pressed twice puts it off once.
    snoozeReminder(bench, id);
    pass(DAY_MS - MINUTE_MS);
    restart();
    expect(titles()).toEqual(['“CI key” ends in 14 days']);
    pass(MINUTE_MS);
    expect(titles()).toEqual(['“CI key” ends in 14 days', '“CI key” ends in 13 days']);
    pass(DAY_MS);
    restart();
    expect(titles()).toHaveLength(2);
    goTo(7);
    expect(titles().at(-1)).toBe('“CI key” ends in 7 days');
    expect(titles()).toHaveLength(3);
  });

  it('is not told when the key’s end has moved away, nor when it is over', async () => {
    const moved = await watched(in60Days);
    moved.goTo(1);
    snoozeReminder(moved.bench, moved.id);
    valueOf(moved.bench.keys.setExpiration({ id: moved.id, expiry: { kind: 'after-days', days: 90 } }));
    moved.pass(2 * DAY_MS);
    expect(moved.titles()).toEqual(['“CI key” ends in 1 day']);
    const over = await watched(in60Days);
    over.goTo(1);
    snoozeReminder(over.bench, over.id);
    over.pass(2 * DAY_MS);
    expect(over.titles()).toEqual(['“CI key” ends in 1 day']);
  });

  it('asks nothing of a ledger that is not open', async () => {
    const { bench, id } = await watched(in60Days);
    const closed = new Proxy(bench.ledger, {
      get: () => () => {
        throw new LedgerUnavailableError();
      },
    });
    expect(() => {
      snoozeReminder({ ...bench, ledger: closed }, id);
    }).not.toThrow();
  });
});

it('the answers of a reminder go with it, for the key that ends', async () => {
  const bench = memoryKeysBench();
  const { id } = await bench.generate({ expiry: in60Days });
  bench.clock.setNow(START + 46 * DAY_MS);
  const asked: string[] = [];
  const stop = watchReminders({
    ...bench,
    answersOf: (apiKeyId) => ({ onClick: () => void asked.push(apiKeyId), choices: [] }),
  });
  bench.notifier.shown.at(-1)?.onClick?.();
  expect(asked).toEqual([id]);
  stop();
});
