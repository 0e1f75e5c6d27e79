import { sep } from 'node:path';
import { UNPACK_LIMITS, type UnpackLimits } from '../../electron/exposed/packed/unpack-bounds.ts';
import type { FolderEntry, ScanFileSystem } from '../../electron/exposed/scan-file-system.ts';
import { scanFiles } from '../../electron/exposed/scan-files.ts';
import type { ScanJob, ScanReport } from '../../electron/exposed/scan-job.ts';
import { compilePatterns } from '../../electron/exposed/scan-patterns.ts';

/** What the scans look for. */
export const secret = 'a-custom-value-of-somebody';

/** A file by its content, a folder by its entries, a link, a device, or what the system says instead. */
interface Folder {
  readonly [name: string]: Node;
}
export type Node = string | Buffer | Folder | Link | Refusal | Changing;
export class Link {}
export class Refusal {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}
/** Larger when it is read than it was when it was opened. */
export class Changing {
  readonly opened: string;
  readonly more: string;
  constructor(opened: string, more: string) {
    this.opened = opened;
    this.more = more;
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function fileSystem(root: Node): ScanFileSystem & { readonly opened: string[] } {
  const opened: string[] = [];
  const isFolder = (node: Node): node is Folder => typeof node === 'object' && kindOf(node) === 'folder';
  const find = (path: string): Node => {
    let node: Node = root;
    for (const name of path.split(sep).slice(2)) {
      const next = isFolder(node) ? node[name] : undefined;
      if (next === undefined) throw systemError('ENOENT');
      node = next;
    }
    return node;
  };
  const kindOf = (node: Node): FolderEntry['kind'] => {
    if (
      typeof node === 'string' ||
      Buffer.isBuffer(node) ||
      node instanceof Refusal ||
      node instanceof Changing
    )
      return 'file';
    return node instanceof Link ? 'link' : 'folder';
  };
  const contentOf = (node: Node): string | Buffer => {
    if (node instanceof Changing) return node.opened;
    return typeof node === 'string' || Buffer.isBuffer(node) ? node : '';
  };
  const factsOf = (node: Node) => ({
    kind: kindOf(node),
    size: Buffer.from(contentOf(node)).length,
    device: 1,
  });
  return {
    opened,
    listFolder: (path) =>
      Object.entries(find(path) as Folder).map(([name, node]) => ({ name, kind: kindOf(node) })),
    factsOf: (path) => factsOf(find(path)),
    open(path) {
      const node = find(path);
      if (node instanceof Refusal) throw systemError(node.code);
      opened.push(path);
      const whole = Buffer.from(node instanceof Changing ? node.opened + node.more : contentOf(node));
      let rest = whole;
      let isClosed = false;
      return {
        ...factsOf(node),
        read(into) {
          const piece = rest.subarray(0, Math.min(7, into.length));
          into.set(piece);
          rest = rest.subarray(piece.length);
          return piece.length;
        },
        readAt(into, offset) {
          if (isClosed) throw systemError('EBADF');
          return whole.copy(into, 0, offset);
        },
        close() {
          isClosed = true;
        },
      };
    },
    exists(path) {
      try {
        find(path);
        return true;
      } catch {
        return false;
      }
    },
    isSystemState: () => false,
  };
}

/** Scans `/root` in memory; every read gives seven bytes. */
export function scan(
  root: Node,
  {
    unpackLimits = UNPACK_LIMITS,
    ...changes
  }: Partial<ScanJob & { readonly unpackLimits: UnpackLimits }> = {},
) {
  const files = fileSystem(root);
  const reports: ScanReport[] = [];
  let time = 0;
  scanFiles(
    {
      root: `${sep}root`,
      leavesOutPackages: false,
      excludedFolder: `${sep}elsewhere`,
      patterns: compilePatterns([{ kind: 'secret', secret }]),
      ...changes,
    },
    { files, now: () => (time += 1), onReport: (report) => reports.push(report), unpackLimits },
  );
  const findings = reports.flatMap((report) => report.findings);
  const last = reports.at(-1);
  if (last === undefined) throw new Error('Nothing was reported');
  return { opened: files.opened, reports, findings, last };
}

/** Of the files that were found. */
export const paths = ({ findings }: { readonly findings: readonly { readonly shown: string }[] }) =>
  findings.map(({ shown }) => shown).toSorted();
