import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/**
 * Builds `renderer/first-page` beside the page, from the same components, as one file that runs in a thread of the main process. What the
 * page loads later is no part of it: nothing that is drawn first needs it.
 */
export function buildFirstPageDrawing(projectFolder: string): Plugin {
  return {
    name: 'keyfob:first-page-drawing',
    apply: 'build',
    async closeBundle() {
      await build({
        configFile: false,
        root: join(projectFolder, 'renderer'),
        logLevel: 'error',
        plugins: [react(), leaveOutLater()],
        define: { 'process.env.NODE_ENV': '"production"' },
        ssr: { noExternal: true },
        build: {
          ssr: join(projectFolder, 'renderer/first-page/draw-first-page.tsx'),
          outDir: join(projectFolder, 'out/first-page'),
          emptyOutDir: true,
          target: 'node24',
          minify: true,
          rolldownOptions: {
            output: { format: 'es', entryFileNames: 'draw-first-page.mjs', codeSplitting: false },
          },
        },
      });
    },
  };
}

function leaveOutLater(): Plugin {
  return {
    name: 'keyfob:leave-out-later',
    enforce: 'pre',
    resolveId: (id, _importer, { kind }) => (kind === 'dynamic-import' ? { id, external: true } : null),
  };
}
