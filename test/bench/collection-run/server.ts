import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the runners of the bench send to, in a process of its own: answers every request with a small JSON text, after
 * `delay` milliseconds where the path begins with `/slow`, and with 10 MiB of text at `/large`. `GET /count` tells how many
 * connections and requests came since it was asked last. Prints its port; ends when its input ends.
 */
const LARGE_BYTES = 10 * 1024 * 1024;
const SLOW_MS = 20;
const large = Buffer.alloc(LARGE_BYTES, 'The quick brown fox jumps over the lazy dog.\n');
const small = Buffer.from(
  JSON.stringify({ id: 7, name: 'An item', tags: ['one', 'two', 'three'], owner: { id: 12, name: 'Ada' } }),
);
let connections = 0;
let requests = 0;

const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
  request.resume();
  const send = (type: string, body: Buffer): void => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length, 'X-Request-Id': '4711' });
    response.end(body);
  };
  const path = request.url ?? '/';
  if (path === '/count') {
    send('application/json', Buffer.from(JSON.stringify({ connections: connections - 1, requests })));
    connections = 0;
    requests = 0;
    return;
  }
  requests += 1;
  if (path.startsWith('/slow')) setTimeout(() => send('application/json', small), SLOW_MS);
  else if (path.startsWith('/large')) send('text/plain', large);
  else send('application/json', small);
});
server.on('connection', () => (connections += 1));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  process.stdout.write(`${String(port)}\n`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
