import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where a part of the build writes which packages went into it. */
export function bundledFile(projectFolder: string, part: BuildPart): string {
  return join(projectFolder, '.cache', 'bundled', `${part}.json`);
}

export const BUILD_PARTS = ['main', 'preload', 'renderer'] as const;
export type BuildPart = (typeof BUILD_PARTS)[number];

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Writes down the folders of the packages of which code or a style is really in the bundle: what tree shaking left out is not. */
export function noteBundled(projectFolder: string, part: BuildPart): Plugin {
  return {
    name: 'note-bundled',
    writeBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
              renderedLength > 0 ? [id] : [],
            )
          : [],
      );
      // A style is an asset of its own, and leaves no code behind in the chunk that imports it.
      const styles = [...this.getModuleIds()].filter((id) => /\.css(?:\?|$)/.test(id));
      const folders = [...modules, ...styles].flatMap((id) => PACKAGE.exec(id.replace('\0', ''))?.[0] ?? []);
      const file = bundledFile(projectFolder, part);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, `${JSON.stringify([...new Set(folders)].toSorted(), null, 2)}\n`);
    },
  };
}
