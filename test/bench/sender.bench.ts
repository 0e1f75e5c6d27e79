import { request } from 'undici';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/domain/http-request.ts';
import { createSender } from '../../electron/requests/create-sender.ts';
import { createSecretRegistry } from '../../electron/requests/secret-registry.ts';
import { sendRequest } from '../../electron/requests/send-request.ts';
import { addKey, aService, fakeSigningKeys } from '../support/fake-signing-keys.ts';
import { newSecret, realClock } from '../support/sender-bench.ts';
import { startServer } from '../support/servers.ts';
import { compareMs, type Bench } from './bench.ts';

const ROUNDS = 400;
const SETTINGS = DEFAULT_REQUEST_SETTINGS;

/** What choosing, signing, sending, reading and redacting cost, against undici alone at the same server on loopback. */
export const bench: Bench = {
  name: 'sender',
  async run() {
    const server = await startServer({
      answer: (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end('{"user":{"id":1,"username":"taylor-lee"}}');
      },
    });
    const signingKeys = fakeSigningKeys();
    const origin = server.origin();
    signingKeys.directory = [aService({ id: 'svc', origins: [origin] })];
    const secret = newSecret();
    addKey(signingKeys, secret, { id: 'key-1', serviceId: 'svc' });
    const sender = createSender({ signingKeys, clock: realClock });
    const registry = createSecretRegistry();
    let count = 0;
    const signed = async (): Promise<void> => {
      const redactor = registry.createRedactor();
      const sent = await sendRequest(
        {
          id: `exchange-${String((count += 1))}`,
          request: {
            method: 'GET',
            url: `${origin}/me`,
            headers: [],
            keyHeader: null,
            body: null,
            unresolved: [],
          },
          keyChoice: { kind: 'automatic' },
          collectionServiceId: null,
          settings: SETTINGS,
          onWithheld: 'stop',
          redactor,
          signal: new AbortController().signal,
          onProgress: () => undefined,
        },
        sender,
      );
      redactor.forget();
      if (!sent.ok || sent.value.outcome.kind === 'failed') throw new Error('The request failed');
    };
    const plain = async (): Promise<void> => {
      const answer = await request(`${origin}/me`, { headers: { 'X-API-Key': secret } });
      await answer.body.text();
    };
    try {
      await compareMs(50, signed, plain);
      const [value, base] = await compareMs(ROUNDS, signed, plain);
      return [
        {
          label: 'sign and send a GET, key in its header',
          value,
          unit: 'ms',
          base: { label: 'undici alone', value: base },
        },
      ];
    } finally {
      sender.pool.close();
      await server.close();
    }
  },
};
