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

export interface FileStep {
  readonly kind: 'file';
  readonly path: string;
  readonly relative: string;
  readonly size: number;
  /** One of Git's, which is deflated. */
  readonly isLooseObject: boolean;
}

/** A path relative to the root; of the root itself, when it is a file, its name. */
export type WalkStep =
  | { readonly kind: 'folder'; readonly path: string; readonly relative: string }
  | FileStep
  | { readonly kind: 'gap'; readonly gap: keyof ScanGaps };

/** Where package managers put what others wrote. */
const PACKAGE_FOLDERS = new Set(['node_modules', 'bower_components', 'site-packages']);

interface Folder {
  readonly path: string;
  /** Empty for the root. */
  readonly relative: string;
  readonly device: number;
  /** Whether it is where a Git repository has its objects, or one of those with the loose ones. */
  readonly gitFolder: 'objects' | 'loose' | null;
}

/** Loose objects lie in folders named after the first two digits of their hash. */
const LOOSE_FOLDER = /^[0-9a-f]{2}$/;
const LOOSE_OBJECT = /^[0-9a-f]{38}(?:[0-9a-f]{24})?$/;

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
    const relative = root.slice(root.lastIndexOf(sep) + 1);
    yield { kind: 'file', path: root, relative, size: facts.size, isLooseObject: false };
    return;
  }
  if (facts.kind !== 'folder') {
    yield { kind: 'gap', gap: facts.kind === 'link' ? 'links' : 'special' };
    return;
  }
  const waiting: Folder[] = [{ path: root, relative: '', device: facts.device, gitFolder: null }];
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
    } else if (kind === 'folder' && name === 'pack' && folder.gitFolder === 'objects') {
      if (hasPacks(files, path)) yield { kind: 'gap', gap: 'gitHistories' };
    } else {
      const relative = folder.relative === '' ? name : join(folder.relative, name);
      const gitFolder = gitFolderOf(folder, name, isGitFolder);
      try {
        const facts = files.factsOf(path);
        const isLooseObject = folder.gitFolder === 'loose' && LOOSE_OBJECT.test(name);
        if (facts.kind === 'file') yield { kind: 'file', path, relative, size: facts.size, isLooseObject };
        else if (facts.kind !== 'folder') yield { kind: 'gap', gap: 'links' };
        else if (facts.device !== folder.device && files.isSystemState(path)) {
          yield { kind: 'gap', gap: 'special' };
        } else waiting.push({ path, relative, device: facts.device, gitFolder });
      } catch (error) {
        yield gapOf(error);
      }
    }
  }
}

function gitFolderOf(folder: Folder, name: string, isGitFolder: () => boolean): Folder['gitFolder'] {
  if (folder.gitFolder === 'objects' && LOOSE_FOLDER.test(name)) return 'loose';
  return name === 'objects' && isGitFolder() ? 'objects' : null;
}

/** Packs hold most of a history, as differences from one another. */
function hasPacks(files: ScanFileSystem, path: string): boolean {
  for (const { name } of files.listFolder(path)) if (name.endsWith('.pack')) return true;
  return false;
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
