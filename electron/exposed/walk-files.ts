import { join, sep } from 'node:path';
import type { ScanGaps } from '../../shared/domain/exposed-scan.ts';
import type { FileFacts, ScanFileSystem } from './scan-file-system.ts';

export interface WalkOptions {
  /** As the person chose it, without a link in it. */
  readonly root: string;
  readonly leavesOutPackages: boolean;
  /** Neither listed nor opened: Keyfob's own folder. */
  readonly excludedFolder: string;
}

/** A path relative to the root; of the root itself, when it is a file, its name. */
export type WalkStep =
  | { readonly kind: 'folder'; readonly path: string; readonly relative: string }
  | { readonly kind: 'file'; readonly path: string; readonly relative: string; readonly size: number }
  | { readonly kind: 'gap'; readonly gap: keyof ScanGaps };

/** Where package managers put what others wrote. */
const PACKAGE_FOLDERS = new Set(['node_modules', 'bower_components', 'site-packages']);

interface Folder {
  readonly path: string;
  /** Empty for the root. */
  readonly relative: string;
  readonly device: number;
}

/**
 * Every file below the root, or the root itself when it is one. Links are not followed, so nothing outside is reached and nothing
 * twice. Errors are steps too: a walk never throws. Holds one open folder at a time, and the names of those that wait.
 */
export function* walkFiles(files: ScanFileSystem, options: WalkOptions): Generator<WalkStep> {
  const { root } = options;
  let facts: FileFacts;
  try {
    facts = files.factsOf(root);
  } catch (error) {
    yield gapOf(error);
    return;
  }
  if (isInside(root, options.excludedFolder)) {
    yield { kind: 'gap', gap: 'ownFolder' };
    return;
  }
  if (facts.kind === 'file') {
    yield { kind: 'file', path: root, relative: root.slice(root.lastIndexOf(sep) + 1), size: facts.size };
    return;
  }
  if (facts.kind !== 'folder') {
    yield { kind: 'gap', gap: facts.kind === 'link' ? 'links' : 'special' };
    return;
  }
  const waiting: Folder[] = [{ path: root, relative: '', device: facts.device }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (folder.relative !== '') yield { kind: 'folder', path: folder.path, relative: folder.relative };
    try {
      yield* walkFolder({ files, options, folder, waiting });
    } catch (error) {
      yield gapOf(error);
    }
  }
}

interface FolderWalk {
  readonly files: ScanFileSystem;
  readonly options: WalkOptions;
  readonly folder: Folder;
  /** Takes the folders that are found. */
  readonly waiting: Folder[];
}

function* walkFolder({ files, options, folder, waiting }: FolderWalk): Generator<WalkStep> {
  const isGitFolder = lazily(() => isGitFolderAt(files, folder.path));
  for (const { name, kind } of files.listFolder(folder.path)) {
    const path = join(folder.path, name);
    if (kind === 'link') yield { kind: 'gap', gap: 'links' };
    else if (kind === 'special') yield { kind: 'gap', gap: 'special' };
    else if (path === options.excludedFolder) yield { kind: 'gap', gap: 'ownFolder' };
    else if (kind === 'folder' && options.leavesOutPackages && PACKAGE_FOLDERS.has(name)) {
      yield { kind: 'gap', gap: 'leftOut' };
    } else if (kind === 'folder' && name === 'objects' && isGitFolder()) {
      yield { kind: 'gap', gap: 'gitHistories' };
    } else {
      const relative = folder.relative === '' ? name : join(folder.relative, name);
      try {
        const facts = files.factsOf(path);
        if (facts.kind === 'file') yield { kind: 'file', path, relative, size: facts.size };
        else if (facts.kind !== 'folder') yield { kind: 'gap', gap: 'links' };
        else if (facts.device !== folder.device && files.isSystemState(path)) {
          yield { kind: 'gap', gap: 'special' };
        } else waiting.push({ path, relative, device: facts.device });
      } catch (error) {
        yield gapOf(error);
      }
    }
  }
}

/** `.git`, and a repository without a work tree: told by what every one of them has (gitrepository-layout(5)). */
function isGitFolderAt(files: ScanFileSystem, path: string): boolean {
  return files.exists(join(path, 'HEAD')) && files.exists(join(path, 'refs'));
}

function lazily(compute: () => boolean): () => boolean {
  let known: boolean | null = null;
  return () => (known ??= compute());
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** What an error of the system says about the walk. Anything else is a bug, and thrown. */
export function gapOf(error: unknown): WalkStep & { readonly kind: 'gap' } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'gap', gap: 'vanished' };
  if (code === 'ELOOP') return { kind: 'gap', gap: 'links' };
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return { kind: 'gap', gap: 'unreadable' };
  throw error;
}
