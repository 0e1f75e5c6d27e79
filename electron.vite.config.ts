import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import { buildFirstPageDrawing } from './scripts/build/draw-first-page.ts';
import { firstPageTemplate } from './scripts/build/first-page-template.ts';
import { plainNodeImports } from './scripts/build/plain-node-imports.ts';
import { slimUndici } from './scripts/build/slim-undici.ts';
import { noteBundled } from './scripts/licences/note-bundled.ts';

const root = import.meta.dirname;

/** The script of a drawn page is a file of its own, which is there at once. */
function isOfTheWindow(file: string): boolean {
  return !/renderer\/first-page\/(?:boot|carry-over|place|record-input)\.ts$/.test(file);
}

/**
 * What main imports is bundled, but for Electron, Node's own modules and the keychain module with its binary
 * (docs/decisions/0006-main-is-bundled.md).
 */
export default defineConfig({
  main: {
    plugins: [slimUndici(), plainNodeImports(), noteBundled(root, 'main')],
    build: {
      outDir: 'out/main',
      target: 'node24',
      sourcemap: false,
      minify: false,
      // Only keytar stays outside: it is the one dependency that npm installs for the person who uses Keyfob.
      externalizeDeps: true,
      rolldownOptions: {
        // The workers are started by their files' names (electron/main.ts).
        input: {
          main: resolve(root, 'electron/main.ts'),
          'scan-worker': resolve(root, 'electron/exposed/scan-worker.ts'),
          'json-filter-worker': resolve(root, 'electron/requests/json-filter-worker.ts'),
          'expectation-worker': resolve(root, 'electron/runs/expectation-worker.ts'),
          'ledger-check-worker': resolve(root, 'electron/diagnostics/ledger-check-worker.ts'),
          'first-page-worker': resolve(root, 'electron/first-page/first-page-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    plugins: [noteBundled(root, 'preload')],
    build: {
      outDir: 'out/preload',
      // electron-vite takes a Node version alone; Electron's own Node understands what its Chromium does.
      target: 'node24',
      sourcemap: false,
      // A sandboxed preload is one CommonJS file that can require nothing but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(root, 'electron/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), noteBundled(root, 'renderer'), firstPageTemplate(), buildFirstPageDrawing(root)],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome140',
      sourcemap: false,
      minify: true,
      modulePreload: { polyfill: false },
      // Nothing inlined as data: URLs, so that the Content-Security-Policy can stay strict.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          'first-page-boot': resolve(root, 'renderer/first-page/boot.ts'),
        },
        // What the first page needs is one file: each further one is a further question before anything is shown.
        output: {
          codeSplitting: { groups: [{ name: 'start', tags: ['$initial'], test: isOfTheWindow }] },
        },
      },
    },
  },
});
