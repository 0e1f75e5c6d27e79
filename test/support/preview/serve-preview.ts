import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { createServer } from 'vite';

/** `node test/support/preview/serve-preview.ts`: the window in a browser, over an in-memory main process, for work on its looks. */
const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  cacheDir: resolve(import.meta.dirname, '../../../.cache/preview'),
  server: { host: '127.0.0.1', fs: { allow: [resolve(import.meta.dirname, '../../..')] } },
});
await server.listen();
server.printUrls();
console.log(
  'States: ?scenario=full, empty, loading, many, odd, memory, needs-holder, unreadable, ledger-closed',
);
