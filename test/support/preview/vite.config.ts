import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** `vite --config test/support/preview/vite.config.ts`: the window in a browser, over an in-memory main process. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  cacheDir: resolve(import.meta.dirname, '../../../.cache/preview'),
  build: { outDir: resolve(import.meta.dirname, '../../../.cache/preview-build'), emptyOutDir: true },
});
