import { sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FolderEntry, ScanFileSystem } from '../../../electron/exposed/scan-file-system.ts';
import { scanFiles } from '../../../electron/exposed/scan-files.ts';
import type { ScanJob, ScanReport } from '../../../electron/exposed/scan-job.ts';
import { compilePatterns } from '../../../electron/exposed/scan-patterns.ts';
import { MOST_FILES_OF_A_KEY } from '../../../shared/domain/scan-limits.ts';
import { holds } from '../../support/holds.ts';

const secret = 'a-custom-value-of-somebody';

/** A file by its content, a folder by its entries, a link, a device, or what the system says instead. */
interface Folder {
  readonly [name: string]: Node;
}
type Node = string | Folder | Link | Refusal | Changing;
class Link {}
class Refusal {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}
/** Larger when it is read than it was when it was opened. */
class Changing {
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
    if (typeof node === 'string' || node instanceof Refusal || node instanceof Changing) return 'file';
    return node instanceof Link ? 'link' : 'folder';
  };
  const contentOf = (node: Node): string => {
    if (node instanceof Changing) return node.opened;
    return typeof node === 'string' ? node : '';
  };
  const factsOf = (node: Node) => ({
    kind: kindOf(node),
    size: Buffer.byteLength(contentOf(node)),
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
      let rest = Buffer.from(node instanceof Changing ? node.opened + node.more : contentOf(node));
      return {
        ...factsOf(node),
        read(into) {
          const piece = rest.subarray(0, Math.min(7, into.length));
          into.set(piece);
          rest = rest.subarray(piece.length);
          return piece.length;
        },
        close: () => undefined,
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

function scan(root: Node, changes: Partial<ScanJob> = {}) {
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
    { files, now: () => (time += 1), onReport: (report) => reports.push(report) },
  );
  const findings = reports.flatMap((report) => report.findings);
  const last = reports.at(-1);
  if (last === undefined) throw new Error('Nothing was reported');
  return { opened: files.opened, reports, findings, last };
}

const paths = ({ findings }: { readonly findings: readonly { readonly shown: string }[] }) =>
  findings.map(({ shown }) => shown).toSorted();

describe('a scan', () => {
  test('reads every file of every folder, and tells files, bytes and places', () => {
    const { findings, last } = scan({
      'a.txt': `x ${secret} and ${secret}`,
      folder: { 'b.txt': 'nothing', deeper: { 'c.txt': `\n${secret}` } },
    });
    expect(findings.map(({ shown, count, places }) => ({ shown, count, places }))).toEqual([
      {
        shown: 'a.txt',
        count: 2,
        places: [
          { kind: 'text', line: 1, column: 3 },
          { kind: 'text', line: 1, column: 34 },
        ],
      },
      {
        shown: ['folder', 'deeper', 'c.txt'].join(sep),
        count: 1,
        places: [{ kind: 'text', line: 2, column: 1 }],
      },
    ]);
    expect(last.progress).toMatchObject({ phase: 'reading', files: 3, totalFiles: 3, found: 3 });
    expect(last.progress.bytes).toBe(last.progress.totalBytes);
    expect(last.totals.get(0)).toEqual({ files: 2, count: 3 });
  });

  test('reads what is in Base64 too, and says where it begins', holds('confinement.scan-found'), () => {
    const basic = Buffer.from(`taylor:${secret}`).toString('base64');
    const wide = Buffer.from(`${'x'.repeat(90)}${secret}`).toString('base64url');
    const { findings, last } = scan({
      'curl.sh': `curl -H 'Authorization: Basic ${basic}'`,
      'b.txt': `\n${wide}`,
    });
    expect(findings.map(({ shown, count, places }) => ({ shown, count, places }))).toEqual([
      { shown: 'curl.sh', count: 1, places: [{ kind: 'encoded', offset: 30 }] },
      { shown: 'b.txt', count: 1, places: [{ kind: 'encoded', offset: 1 }] },
    ]);
    expect(last.totals.get(0)).toEqual({ files: 2, count: 2 });
  });

  test('follows no link', holds('confinement.scan-inside'), () => {
    const { last, opened } = scan({ link: new Link(), 'a.txt': 'a' });
    expect(last.gaps.links).toBe(1);
    expect(opened).toHaveLength(1);
  });

  test.each([
    ['EACCES', 'unreadable'],
    ['EIO', 'unreadable'],
    ['ENOENT', 'vanished'],
    ['ELOOP', 'links'],
  ] as const)('counts a file that answers %s as %s, and reads the others', (code, gap) => {
    const { findings, last } = scan({ 'bad.txt': new Refusal(code), 'good.txt': secret });
    expect(last.gaps[gap]).toBe(1);
    expect(last.progress.files).toBe(1);
    expect(findings).toHaveLength(1);
  });

  test('throws what is a bug and not the system’s answer', () => {
    expect(() => scan({ 'bad.txt': new Refusal('not a code') })).toThrow('not a code');
  });

  test('ends a file that grows while it is read where it ended when it was opened', () => {
    const { last } = scan({ 'log.txt': new Changing('12345678', 'x'.repeat(100_000)) });
    expect(last.progress.bytes).toBe(8);
  });

  test('leaves out the histories of Git repositories, and says so', () => {
    const git = { HEAD: 'ref', refs: { objects: secret }, objects: { ab: { cdef: secret } }, config: 'x' };
    const found = scan({ project: { '.git': git, objects: { 'a.txt': secret } } });
    expect(paths(found)).toEqual([
      ['project', '.git', 'refs', 'objects'].join(sep),
      ['project', 'objects', 'a.txt'].join(sep),
    ]);
    expect(found.last.gaps.gitHistories).toBe(1);
  });

  test('reads installed packages unless they are left out', () => {
    const root = { node_modules: { 'a.js': secret }, 'b.js': secret };
    expect(paths(scan(root))).toEqual(['b.js', ['node_modules', 'a.js'].join(sep)]);
    const leftOut = scan(root, { leavesOutPackages: true });
    expect(paths(leftOut)).toEqual(['b.js']);
    expect(leftOut.last.gaps.leftOut).toBe(1);
  });

  test(
    'opens nothing in Keyfob’s own folder, also when that is what was chosen',
    holds('confinement.scan-inside'),
    () => {
      const root = { keyfob: { 'keyfob.db': secret }, 'keyfob-notes.txt': secret };
      const inside = scan(root, { excludedFolder: ['', 'root', 'keyfob'].join(sep) });
      expect(paths(inside)).toEqual(['keyfob-notes.txt']);
      expect(inside.last.gaps.ownFolder).toBe(1);
      const chosen = scan(root, { excludedFolder: `${sep}root` });
      expect([chosen.opened, chosen.last.gaps.ownFolder]).toEqual([[], 1]);
    },
  );

  test('tells of a root that is gone, and reads one that is a file', () => {
    expect(scan({}, { root: ['', 'root', 'gone'].join(sep) }).last.gaps.vanished).toBe(1);
    const file = scan({ 'a.txt': secret }, { root: ['', 'root', 'a.txt'].join(sep) });
    expect(paths(file)).toEqual(['a.txt']);
  });

  test(
    'masks a key in a name wherever the name is told, and counts it',
    holds('confinement.scan-keeps-nothing'),
    () => {
      const { findings, reports } = scan({ [`${secret}.txt`]: 'a', [`of-${secret}`]: { 'b.txt': 'b' } });
      expect(findings.map(({ shown, places }) => [shown, places])).toEqual([
        ['••••••••.txt', [{ kind: 'path' }]],
        ['of-••••••••', [{ kind: 'path' }]],
      ]);
      const told = reports.map(({ progress, findings: found }) => [
        progress,
        found.map(({ shown, places }) => [shown, places]),
      ]);
      expect(JSON.stringify(told)).not.toContain(secret);
    },
  );

  test('lists so many files of a key, and counts the rest', () => {
    const many = Object.fromEntries(
      Array.from({ length: MOST_FILES_OF_A_KEY + 5 }, (_, at) => [`${String(at)}.txt`, secret]),
    );
    const { findings, last } = scan(many);
    expect(findings).toHaveLength(MOST_FILES_OF_A_KEY);
    expect(last.totals.get(0)).toEqual({ files: MOST_FILES_OF_A_KEY + 5, count: MOST_FILES_OF_A_KEY + 5 });
  });
});
