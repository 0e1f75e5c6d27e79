import { afterEach, describe, expect, it } from 'vitest';
import { appError } from '../../../shared/domain/app-error.ts';
import { closeAll, open } from '../../support/closing.ts';
import { postmanBench } from '../../support/postman-bench.ts';
import { MONTH_USED_UP } from '../../support/postman-server.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { senderBench } from '../../support/sender-bench.ts';
import { startServer } from '../../support/servers.ts';
import { usageBench } from '../../support/usage-bench.ts';

afterEach(closeAll);

async function bench() {
  const counted = usageBench();
  const postman = open(await postmanBench(counted.usage));
  const limits = () =>
    valueOf(counted.usage.limits()).find(({ serviceId }) => serviceId === 'postman')?.limits ?? [];
  return { ...counted, ...postman, limits };
}

describe('the calls that Keyfob makes by itself', () => {
  it('are counted, and tell of the account’s limits, fractions and no limit too', async () => {
    const { client, caller, server, limits, usage } = await bench();
    server.state.me = {
      user: { id: 1 },
      operations: [
        { name: 'api_usage', limit: 1_000, usage: 250, overage: 0 },
        { name: 'file_storage_limit', limit: 0.5, usage: 0.125, overage: 0 },
        { name: 'monitor_request_runs', limit: 99_999_999, usage: 7, overage: 0 },
      ],
    };
    valueOf(await client.getMe(caller));
    expect(limits()).toMatchObject([
      {
        apiKeyId: 'kept',
        account: 'told',
        meters: [
          { kind: 'month', limit: 1_000, used: 250 },
          { kind: 'operation', name: 'file_storage_limit', limit: 0.5, used: 0.125 },
          { kind: 'operation', name: 'monitor_request_runs', isUnlimited: true },
        ],
      },
    ]);
    expect(valueOf(usage.calls({ days: 7, apiKeyId: null })).series).toMatchObject([
      { apiKeyId: 'kept', serviceName: 'Postman API', calls: [0, 0, 0, 0, 0, 0, 1] },
    ]);
  });

  it('tell that a guest’s account has no list, and keep what is told of a key before it is kept apart', async () => {
    const { client, caller, server, limits } = await bench();
    server.state.me = { user: { id: 1 } };
    valueOf(await client.getMe(caller));
    expect(limits()).toMatchObject([{ apiKeyId: 'kept', account: 'not-told', meters: [] }]);
    const key = { kind: 'value' as const, secret: server.state.secret };
    valueOf(await client.getMe({ service: caller.service, key }));
    expect(limits().map(({ apiKeyId }) => apiKeyId)).toContain(null);
  });

  it('stop when the month is used up: one call, no second try, and none after it but GET /me', async () => {
    const { client, caller, server, list, usage, notifier } = await bench();
    server.answerNext('/collection-access-keys', MONTH_USED_UP);
    expect(errorOf(await list()).code).toBe('service-limit-exhausted');
    expect(server.received).toHaveLength(1);
    expect(notifier.shown).toHaveLength(1);
    const refused = errorOf(await list());
    expect(refused).toMatchObject({ code: 'service-limit-exhausted' });
    expect(refused.message).toContain('so this was not sent');
    expect(server.received).toHaveLength(1);
    valueOf(await client.getMe(caller));
    expect(usage.refusal('postman')).toBeNull();
    valueOf(await list());
  });
});

describe('a request to a service whose month is used up', () => {
  it('is refused before anything is sent, kept in no history, and sent when the person wants it so', async () => {
    const server = open(await startServer());
    const asked: string[] = [];
    const bench = open(
      senderBench([server.origin()], {
        refusal: (serviceId) => {
          asked.push(serviceId);
          return appError('service-limit-exhausted');
        },
      }),
    );
    expect(errorOf(await bench.send({ url: `${server.origin()}/x` })).code).toBe('service-limit-exhausted');
    expect(server.received).toEqual([]);
    expect(bench.keys.opened).toEqual([]);
    expect(valueOf(bench.history.list({ limit: 10, before: null, search: '' })).entries).toEqual([]);
    expect(asked).toEqual(['svc']);
    await bench.exchange({ url: `${server.origin()}/x` }, { onExhausted: 'send-anyway' });
    expect(server.received).toHaveLength(1);
    // Without the key it is not the service's limit that is used.
    await bench.exchange({ url: `${server.origin()}/x`, keyChoice: { kind: 'none' } });
    expect(server.received).toHaveLength(2);
  });
});
