import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { plainNodeImports } from '../../../scripts/build/plain-node-imports.ts';
import { slimUndici } from '../../../scripts/build/slim-undici.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Bundles an entry of the bench as the app's main process is bundled (electron.vite.config.ts), so that its start-up is the app's. */
export async function bundleEntry(name: 'keyfob-run'): Promise<string> {
  const outDir = join(root, '.cache/bench', name);
  await mkdir(outDir, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    plugins: [slimUndici(), plainNodeImports()],
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['keytar'] },
  });
  return join(outDir, `${name}.mjs`);
}

/** An entry as a plain script without types, beside the project's packages: what it imports is loaded as any script loads it. */
export async function plainEntry(name: 'floor' | 'raw-undici'): Promise<string> {
  const path = join(root, '.cache/bench', `${name}.mjs`);
  await mkdir(join(root, '.cache/bench'), { recursive: true });
  const source = await readFile(join(import.meta.dirname, `${name}.ts`), 'utf8');
  await writeFile(path, stripTypeScriptTypes(source));
  return path;
}
