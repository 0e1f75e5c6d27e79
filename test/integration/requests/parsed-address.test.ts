import { expect, it } from 'vitest';
import { createRedactor } from '../../../electron/requests/redactor.ts';
import { createSender } from '../../../electron/requests/create-sender.ts';
import { sendRequest } from '../../../electron/requests/send-request.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../../shared/domain/http-request.ts';
import { addKey, aService, fakeSigningKeys } from '../../support/fake-signing-keys.ts';
import { valueOf } from '../../support/results.ts';
import { newSecret, realClock } from '../../support/sender-bench.ts';
import { startServer } from '../../support/servers.ts';

it('goes where the URL of a request says, whatever address was parsed before', async () => {
  const [own, other] = [await startServer(), await startServer()];
  const signingKeys = fakeSigningKeys();
  signingKeys.directory = [aService({ id: 'svc', origins: [own.origin()] })];
  addKey(signingKeys, newSecret(), { id: 'key-1', serviceId: 'svc' });
  const sender = createSender({ signingKeys, clock: realClock });
  try {
    const sent = await sendRequest(
      {
        id: 'exchange-1',
        request: {
          ...{ method: 'GET', url: `${other.origin()}/a`, address: new URL(`${own.origin()}/a`) },
          ...{ headers: [], keyHeader: null, body: null, unresolved: [] },
        },
        ...{ keyChoice: { kind: 'key', apiKeyId: 'key-1' }, collectionServiceId: null },
        ...{ settings: DEFAULT_REQUEST_SETTINGS, onWithheld: 'send-without-key' },
        redactor: createRedactor(),
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
      sender,
    );
    const [hop] = valueOf(sent).hops;
    expect(hop?.signing).toMatchObject({ kind: 'withheld', reason: 'origin-not-bound' });
    expect(own.received).toHaveLength(0);
    expect(other.received.map(({ headers }) => headers['x-api-key'])).toEqual([undefined]);
  } finally {
    sender.pool.close();
    await Promise.all([own.close(), other.close()]);
  }
});
