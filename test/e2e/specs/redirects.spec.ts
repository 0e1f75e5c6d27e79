import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures.ts';
import { holdsInApp } from '../../support/holds.ts';

interface Recorder {
  readonly server: Server;
  readonly port: number;
  readonly received: { readonly url: string; readonly headers: IncomingHttpHeaders }[];
  /** What the next requests are answered with. */
  answer: { status: number; location?: string };
}

/** A server on loopback that writes down what it received. */
async function startRecorder(): Promise<Recorder> {
  const received: Recorder['received'] = [];
  const server = createServer((request, response) => {
    received.push({ url: request.url ?? '', headers: request.headers });
    const { status, location } = request.url === '/start' ? recorder.answer : { status: 200 };
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(location === undefined ? {} : { location }),
    });
    response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  const recorder: Recorder = { server, port, received, answer: { status: 200 } };
  return recorder;
}

test(
  'after a redirect the key arrives at its own origin and nowhere else, and the Timeline says why',
  holdsInApp('binding.other-host'),
  async ({ start }) => {
    const own = await startRecorder();
    const other = await startRecorder();
    try {
      const app = await start();
      const ownOrigin = `http://127.0.0.1:${String(own.port)}`;
      await app.window.evaluate(
        (origin) =>
          window.keyfob.invoke('services.create', {
            name: 'Redirecting',
            baseUrl: origin,
            headerName: 'X-API-Key',
            origins: [origin],
          }),
        ownOrigin,
      );
      const secret = await app.apiKeys.generate({ name: 'Bound key', service: 'Redirecting' });
      await app.apiKeys.closeReveal();
      await app.requests.open();

      const foreign = {
        'another port': `http://127.0.0.1:${String(other.port)}/landed`,
        'another host name': `http://localhost:${String(other.port)}/landed`,
        'another name of the same server': `http://localhost:${String(own.port)}/landed`,
      };
      for (const status of [301, 302, 303, 307, 308]) {
        for (const [kind, location] of Object.entries(foreign)) {
          await test.step(`${String(status)} to ${kind}`, async () => {
            own.received.length = 0;
            other.received.length = 0;
            own.answer = { status, location };
            await app.requests.get(`${ownOrigin}/start`);
            await app.requests.expectStatus(200);
            expect(own.received[0]?.headers['x-api-key']).toBe(secret);
            const landed = [...own.received, ...other.received].filter(
              (request) => request.url === '/landed',
            );
            expect(landed).toHaveLength(1);
            expect(JSON.stringify(landed)).not.toContain(secret);
            expect(landed[0]?.headers['x-api-key']).toBeUndefined();
            const timeline = await app.requests.openTimeline();
            await expect(timeline).toContainText(/withheld/i);
            await expect(timeline).toContainText(new URL(location).host);
          });
        }
        await test.step(`${String(status)} within the origin keeps the key`, async () => {
          own.received.length = 0;
          own.answer = { status, location: '/landed' };
          await app.requests.get(`${ownOrigin}/start`);
          await app.requests.expectStatus(200);
          expect(own.received.map((request) => request.headers['x-api-key'])).toEqual([secret, secret]);
        });
      }
    } finally {
      own.server.close();
      other.server.close();
    }
  },
);
