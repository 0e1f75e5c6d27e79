import { describe, expect, it } from 'vitest';
import { LedgerUnavailableError, LedgerWriteError } from '../../../electron/keys/ledger/ledger.ts';
import { setKeyVerification } from '../../../electron/keys/key-detail-rows.ts';
import { localDay } from '../../../electron/usage/local-day.ts';
import { ok } from '../../../shared/domain/app-error.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { usageBench } from '../../support/usage-bench.ts';
import { answeredCall, withheldCall } from '../../support/usage-exchange.ts';
import { setRevoked } from '../../../electron/keys/revocation-rows.ts';

const DAY_MS = 86_400_000;
const EXHAUSTED = { status: 429, body: { error: { name: 'serviceLimitExhausted', message: 'Used up.' } } };

function month(limit: number, remaining: number): Record<string, string> {
  return { 'RateLimit-Limit-Month': String(limit), 'RateLimit-Remaining-Month': String(remaining) };
}

function minute(remaining: number, resetsInSeconds = 60): Record<string, string> {
  return {
    RateLimit: `limit=100, remaining=${String(remaining)}, reset=${String(resetsInSeconds)}`,
    'RateLimit-Policy': '100;w=60',
  };
}

describe('calls that are noted many at once', () => {
  const TABLES = ['usage_counts', 'usage_limits', 'usage_accounts', 'usage_exhaustions', 'usage_warnings'];
  const kept = ({ ledger }: ReturnType<typeof usageBench>) =>
    TABLES.map((table) => ledger.all(`SELECT * FROM ${table} ORDER BY 1, 2`));

  it('leave and tell what they do one by one', () => {
    const calls = [
      answeredCall(),
      answeredCall({ headers: minute(15) }),
      answeredCall({ apiKeyId: 'key-2', headers: { ...minute(4), ...month(1_000, 100) } }),
      answeredCall({ apiKeyId: 'key-3', status: 500 }),
      answeredCall({ apiKeyId: null }),
      answeredCall(EXHAUSTED),
      answeredCall({ apiKeyId: 'key-2' }),
      answeredCall({ apiKeyId: 'key-3', ...EXHAUSTED }),
      answeredCall(EXHAUSTED),
      answeredCall({ ...EXHAUSTED, apiKeyId: 'key-2' }),
      answeredCall({ status: null }),
      withheldCall(),
    ];
    const [single, batch] = [usageBench(), usageBench()];
    for (const call of calls) single.note(call);
    batch.usage.noteAll(calls.flatMap((call) => batch.usage.read(call) ?? []))();
    expect(kept(batch)).toEqual(kept(single));
    expect(batch.notifier.shown).toEqual(single.notifier.shown);
    expect(batch.published.filter((event) => event === 'usage.changed')).toHaveLength(1);
  });

  it('that were none leave nothing', () => {
    const { usage, published } = usageBench();
    expect(usage.read(withheldCall())).toBeNull();
    usage.noteAll([])();
    expect(published).toEqual([]);
  });
});

describe('counted calls', () => {
  it('are counted by day, key and outcome; what did not go out is not', () => {
    const { usage, note, clock } = usageBench();
    note(answeredCall());
    note(answeredCall({ status: 404 }));
    note(answeredCall({ status: null }));
    note(answeredCall({ apiKeyId: 'key-3' }));
    note(answeredCall({ apiKeyId: null }));
    note(withheldCall());
    clock.advance(DAY_MS);
    note(answeredCall({ status: 503 }));

    const { days, series } = valueOf(usage.calls({ days: 7, apiKeyId: null }));
    expect(days).toHaveLength(7);
    expect(days.at(-1)).toBe(localDay(clock.now()));
    expect(series).toEqual([
      {
        apiKeyId: 'key-1',
        apiKeyName: 'CI',
        serviceName: 'Postman API',
        calls: [0, 0, 0, 0, 0, 3, 1],
        errors: [0, 0, 0, 0, 0, 2, 1],
      },
      expect.objectContaining({
        apiKeyId: null,
        apiKeyName: '',
        serviceName: '',
        calls: [0, 0, 0, 0, 0, 1, 0],
      }),
      expect.objectContaining({ apiKeyId: 'key-3', serviceName: 'Weather', calls: [0, 0, 0, 0, 0, 1, 0] }),
    ]);
    expect(valueOf(usage.calls({ days: 7, apiKeyId: 'key-3' })).series).toHaveLength(1);
  });

  it('are forgotten after 400 days', () => {
    const { ledger, note, clock } = usageBench();
    note(answeredCall());
    clock.advance(400 * DAY_MS);
    note(answeredCall());
    expect(ledger.all('SELECT day FROM usage_counts')).toHaveLength(2);
    clock.advance(2 * DAY_MS);
    note(answeredCall());
    expect(ledger.all('SELECT day FROM usage_counts')).toHaveLength(2);
  });

  it('keep the name of a key that was deleted', () => {
    const { ledger, usage, note } = usageBench();
    note(answeredCall({ headers: minute(50) }));
    setRevoked(ledger, 'key-1', { at: 1, reason: 'by-creator' });
    expect(valueOf(usage.calls({ days: 7, apiKeyId: null })).series).toMatchObject([{ apiKeyName: 'CI' }]);
    expect(valueOf(usage.limits()).find(({ serviceId }) => serviceId === 'postman')?.limits).toEqual([]);
  });

  it('tell the windows only of what was written', () => {
    const ledger = memoryLedger();
    const { usage, published, logger } = usageBench({ ledger });
    usage.noteOwnCall(answeredCall(), { serviceId: 'postman', apiKeyId: 'key-1' });
    expect(published).toEqual(['usage.changed']);
    ledger.writesUntilFull = 0;
    usage.noteOwnCall(answeredCall({ headers: minute(1) }), { serviceId: 'postman', apiKeyId: 'key-1' });
    expect(published).toEqual(['usage.changed']);
    expect(logger.lines).toHaveLength(1);
    expect(() => usage.note(answeredCall())).toThrow(LedgerWriteError);
  });

  it('answer ledger-unavailable while no ledger is open', () => {
    const fail = () => {
      throw new LedgerUnavailableError('closed');
    };
    const ledger = memoryLedger();
    const { usage } = usageBench({ ledger });
    Object.assign(ledger, { all: fail, get: fail, run: fail });
    expect(errorOf(usage.calls({ days: 7, apiKeyId: null })).code).toBe('ledger-unavailable');
    expect(errorOf(usage.limits()).code).toBe('ledger-unavailable');
  });
});

describe('limits', () => {
  it('are kept per key, from headers and from the account', () => {
    const { usage, note, clock } = usageBench();
    note(answeredCall({ headers: { ...minute(70, 30), ...month(10_000, 4_000) } }));
    clock.advance(1_000);
    note(
      answeredCall({
        apiKeyId: 'key-2',
        url: 'https://api.example.com/me',
        body: {
          user: { id: 1 },
          operations: [
            { name: 'api_usage', limit: 1_000, usage: 12, overage: 0 },
            { name: 'file_storage_limit', limit: 0.5, usage: 0.125, overage: 0 },
            { name: 'mock_usage', limit: 99_999_999, usage: 3, overage: 0 },
            { name: '\u202Eodd\nname', limit: 4, usage: 1, overage: 0 },
          ],
        },
      }),
    );

    const postman = valueOf(usage.limits()).find(({ serviceId }) => serviceId === 'postman');
    expect(postman?.limits.map(({ apiKeyName, account, asOf }) => ({ apiKeyName, account, asOf }))).toEqual([
      { apiKeyName: 'Laptop', account: 'told', asOf: clock.now() },
      { apiKeyName: 'CI', account: 'not-asked', asOf: clock.now() - 1_000 },
    ]);
    expect(postman?.limits[1]?.meters).toMatchObject([
      { kind: 'month', limit: 10_000, used: 6_000, source: 'headers' },
      {
        kind: 'window',
        windowSeconds: 60,
        limit: 100,
        used: 30,
        remaining: 70,
        resetsAt: clock.now() + 29_000,
      },
    ]);
    expect(postman?.limits[0]?.meters).toMatchObject([
      { kind: 'month', limit: 1_000, used: 12, source: 'account' },
      { kind: 'operation', name: 'file_storage_limit', limit: 0.5, used: 0.125 },
      { kind: 'operation', name: 'mock_usage', isUnlimited: true, limit: null, used: 3 },
      { kind: 'operation', name: 'odd name', limit: 4, used: 1 },
    ]);
  });

  it('say when the account has none to tell, and forget those of before', () => {
    const { usage, note } = usageBench();
    const me = (operations: unknown) =>
      answeredCall({ url: 'https://api.example.com/me', body: { user: { id: 1 }, operations } });
    note(me([{ name: 'mock_usage', limit: 10, usage: 1, overage: 0 }]));
    note(me(undefined));
    const postman = valueOf(usage.limits()).find(({ serviceId }) => serviceId === 'postman');
    expect(postman?.limits).toMatchObject([{ account: 'not-told', meters: [] }]);
  });

  it('are not taken from the answer to a key that is not accepted', () => {
    const { usage, note } = usageBench();
    note(answeredCall({ status: 401, headers: minute(5) }));
    expect(valueOf(usage.limits()).find(({ serviceId }) => serviceId === 'postman')?.limits).toEqual([]);
  });
});

describe('the warning before a limit is used up', () => {
  it('comes once at 80 % and once at 95 % of the month, and anew in the next', () => {
    const { note, clock, notifier, published } = usageBench();
    const use = (remaining: number) => {
      note(answeredCall({ headers: month(100, remaining) }));
    };
    use(21);
    expect(notifier.shown).toEqual([]);
    use(20);
    use(19);
    use(6);
    expect(notifier.shown.map(({ title }) => title)).toEqual([
      'Postman API: 80 % of the month’s calls are used',
    ]);
    use(5);
    use(0);
    expect(notifier.shown.map(({ title }) => title)).toEqual([
      'Postman API: 80 % of the month’s calls are used',
      'Postman API: 95 % of the month’s calls are used',
    ]);
    expect(published.filter((event) => event === 'usage.warned')).toHaveLength(2);
    clock.setNow(Date.UTC(2026, 11, 1));
    use(3);
    expect(notifier.shown).toHaveLength(3);
  });

  it('does not come again when the clock goes back, over the end of a month too', () => {
    const { note, clock, notifier } = usageBench({ start: Date.UTC(2026, 10, 30, 23, 59) });
    const use = () => {
      note(answeredCall({ headers: month(100, 4) }));
    };
    use();
    clock.setNow(Date.UTC(2026, 11, 1, 0, 1));
    use();
    expect(notifier.shown).toHaveLength(2);
    clock.setNow(Date.UTC(2026, 10, 30, 12));
    use();
    clock.setNow(Date.UTC(2026, 11, 1, 12));
    use();
    expect(notifier.shown).toHaveLength(2);
  });

  it('comes once a window of the minute, however its end is rounded, and not again when the clock goes back', () => {
    const { note, clock, notifier } = usageBench();
    const use = (remaining: number, resetsIn: number) => {
      note(answeredCall({ headers: minute(remaining, resetsIn) }));
    };
    use(15, 40);
    clock.advance(500);
    use(14, 40);
    clock.advance(1_000);
    use(13, 38);
    expect(notifier.shown.map(({ title }) => title)).toEqual([
      'Postman API: 80 % of the minute’s limit is used',
    ]);
    clock.advance(60_000);
    use(15, 60);
    expect(notifier.shown).toHaveLength(2);
    clock.setNow(clock.now() - 3_600_000);
    use(12, 60);
    expect(notifier.shown).toHaveLength(2);
  });

  it('is one for keys of the same account, and one each for others', () => {
    const { ledger, note, notifier } = usageBench();
    const account = { name: 'T', username: 't', email: '', teamName: 'Platform', roles: [] };
    const use = () => {
      for (const apiKeyId of ['key-1', 'key-2']) note(answeredCall({ apiKeyId, headers: month(100, 10) }));
    };
    for (const id of ['key-1', 'key-2'])
      setKeyVerification(ledger, id, { at: 1, outcome: 'accepted', account });
    use();
    expect(notifier.shown).toHaveLength(1);
    setKeyVerification(ledger, 'key-2', {
      at: 1,
      outcome: 'accepted',
      account: { ...account, teamName: 'Other' },
    });
    use();
    expect(notifier.shown).toHaveLength(2);
  });
});

describe('a service whose month is used up', () => {
  it('is told of once, is refused until the next month in UTC, and not after it', () => {
    const { usage, note, clock, notifier } = usageBench();
    expect(usage.refusal('postman')).toBeNull();
    note(answeredCall(EXHAUSTED));
    note(answeredCall(EXHAUSTED));
    const refusal = usage.refusal('postman');
    expect(refusal?.code).toBe('service-limit-exhausted');
    expect(refusal?.message).toMatch(/Postman API.*December.*UTC/);
    expect(usage.refusal('weather')).toBeNull();
    expect(notifier.shown.map(({ title }) => title)).toEqual(['Postman API: the month’s calls are used up']);
    clock.setNow(Date.UTC(2026, 11, 1) - 1);
    expect(usage.refusal('postman')).not.toBeNull();
    clock.setNow(Date.UTC(2026, 11, 1));
    expect(usage.refusal('postman')).toBeNull();
  });

  it('is refused without an end where no month is known, until a call succeeds', () => {
    const { usage, note, clock } = usageBench();
    note(answeredCall({ apiKeyId: 'key-3', ...EXHAUSTED }));
    clock.advance(60 * DAY_MS);
    expect(usage.refusal('weather')?.message).toContain('When that ends is not known.');
    note(answeredCall({ apiKeyId: 'key-3', status: 500 }));
    expect(usage.refusal('weather')).not.toBeNull();
    note(answeredCall({ apiKeyId: 'key-3' }));
    expect(usage.refusal('weather')).toBeNull();
  });

  it.each([
    ['the minute’s limit', { status: 429, body: { error: { name: 'rateLimited', message: '' } } }],
    ['the other spelling of it', { status: 429, body: { error: 'rateLimited', message: '' } }],
    ['another status', { ...EXHAUSTED, status: 403 }],
    ['a call without a key', { ...EXHAUSTED, apiKeyId: null }],
  ])('is not concluded from %s', (_label, call) => {
    const { usage, note } = usageBench();
    note(answeredCall(call));
    expect(usage.refusal('postman')).toBeNull();
  });
});

describe('a refresh', () => {
  it('asks with the given key, else with the default one, and never a service that has nothing to ask', async () => {
    const asked: unknown[] = [];
    const { usage, signingKeys } = usageBench({
      postmanClient: () =>
        Promise.resolve({
          getMe: ({ key }) => {
            asked.push(key);
            return Promise.resolve(ok({ user: {} as never, operations: null })); // Nobody looks at it here.
          },
        }),
    });
    expect(errorOf(await usage.refresh({ serviceId: 'postman', apiKeyId: null })).code).toBe(
      'no-default-key',
    );
    expect(errorOf(await usage.refresh({ serviceId: 'weather', apiKeyId: null })).code).toBe(
      'service-not-verifiable',
    );
    signingKeys.defaultKeyOf = () => ({ id: 'key-2', serviceId: 'postman' }) as never; // No more of it is asked for.
    signingKeys.findKey = (id) => ({ id, serviceId: id === 'key-3' ? 'weather' : 'postman' }) as never; // As above.
    valueOf(await usage.refresh({ serviceId: 'postman', apiKeyId: null }));
    valueOf(await usage.refresh({ serviceId: 'postman', apiKeyId: 'key-1' }));
    expect(errorOf(await usage.refresh({ serviceId: 'postman', apiKeyId: 'key-3' })).code).toBe(
      'no-default-key',
    );
    expect(asked).toEqual([
      { kind: 'kept', apiKeyId: 'key-2' },
      { kind: 'kept', apiKeyId: 'key-1' },
    ]);
  });
});
