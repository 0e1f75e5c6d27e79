import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An API on this computer that accepts every key, and redirects one address elsewhere. */
export async function startApi(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    if (request.url === '/v1/reports')
      response.writeHead(302, { location: `http://localhost:${String(port)}/elsewhere` });
    else response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"report":"ready","rows":128}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address object, never a pipe's name.
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => server.close(),
  };
}
