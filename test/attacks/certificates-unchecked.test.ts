import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_REQUEST_SETTINGS } from '../../shared/domain/http-request.ts';
import { createSelfSigned } from '../support/certificates.ts';
import { closeAll, open } from '../support/closing.ts';
import { codeOf } from '../support/exchange-reading.ts';
import { holds } from '../support/holds.ts';
import { routesWith } from '../support/route-choices.ts';
import { senderBench } from '../support/sender-bench.ts';
import { redirectTo, startServer, type RecordingServer } from '../support/servers.ts';

afterEach(closeAll);

const settings = { ...DEFAULT_REQUEST_SETTINGS, verifyCertificates: false };
const NAME = 'api.keyfob.test';

async function startUnproven(...options: Parameters<typeof startServer>): Promise<RecordingServer> {
  return open(await startServer({ ...options[0], tls: createSelfSigned({ names: [NAME] }) }));
}

describe('certificates that are not to be checked', holds('network.unchecked'), () => {
  it('withhold the key, and nothing is sent', async () => {
    const server = await startUnproven();
    const bench = open(senderBench([server.origin(NAME)]));

    const exchange = await bench.exchange({ url: server.origin(NAME), settings });

    expect(codeOf(exchange)).toBe('key-withheld');
    expect(exchange.hops[0]?.signing).toMatchObject({ kind: 'withheld', reason: 'server-unproven' });
    expect(server.connectionCount()).toBe(0);
  });

  it('let a request go without its key when the person wants it so, and show that nothing was checked', async () => {
    const server = await startUnproven();
    const bench = open(senderBench([server.origin(NAME)]));

    const exchange = await bench.exchange(
      { url: server.origin(NAME), settings },
      { onWithheld: 'send-without-key' },
    );

    expect(exchange.hops[0]).toMatchObject({ status: 200, connection: { tls: { verification: 'failed' } } });
    expect(server.rawBytes().includes(bench.secret)).toBe(false);
  });

  it('let the key go where the person confirmed it, and nowhere else', async () => {
    const other = await startUnproven();
    const server = await startUnproven({ answer: redirectTo(`${other.origin(NAME)}/`, 307) });
    const origins = [server.origin(NAME), other.origin(NAME)];
    const routes = routesWith({ confirmed: [server.origin(NAME)] });
    const bench = open(senderBench(origins, { routes }));

    const exchange = await bench.exchange({ url: server.origin(NAME), settings });

    expect(server.received[0]?.headers['x-api-key']).toBe(bench.secret);
    // The redirect leads to an origin of the same service, and its certificate is checked all the same.
    expect(codeOf(exchange)).toBe('tls-failed');
    expect(other.rawBytes()).toHaveLength(0);
  });

  it('leave no connection behind that a checked request could use', async () => {
    const server = await startUnproven();
    const bench = open(senderBench([server.origin(NAME)]));
    await bench.exchange({ url: server.origin(NAME), settings }, { onWithheld: 'send-without-key' });

    const exchange = await bench.exchange({ url: server.origin(NAME) });

    expect(codeOf(exchange)).toBe('tls-failed');
    expect(server.rawBytes().includes(bench.secret)).toBe(false);
  });
});
