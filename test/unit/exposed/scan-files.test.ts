import { sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_FILES_OF_A_KEY } from '../../../shared/domain/scan-limits.ts';
import { holds } from '../../support/holds.ts';
import { Changing, Link, paths, Refusal, scan, secret } from '../../support/scan-in-memory.ts';

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

  test('reads Base64 of UTF-16, and in UTF-16', holds('confinement.scan-found'), () => {
    const utf16 = Buffer.from(`$key = '${secret}'`, 'utf16le').toString('base64');
    const basic = Buffer.from(`taylor:${secret}`).toString('base64');
    const inUtf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
    const { findings } = scan({
      'run.cmd': `powershell -EncodedCommand ${utf16}`,
      'notes.txt': inUtf16(`Authorization: Basic ${basic}\n`),
      'both.txt': inUtf16(`ö ${utf16}`),
      'big-endian.txt': inUtf16(basic).swap16(),
    });
    expect(findings.map(({ shown, places }) => [shown, places])).toEqual([
      ['run.cmd', [{ kind: 'encoded', offset: 27 }]],
      ['notes.txt', [{ kind: 'encoded', offset: 44 }]],
      ['both.txt', [{ kind: 'encoded', offset: 6 }]],
      ['big-endian.txt', [{ kind: 'encoded', offset: 2 }]],
    ]);
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

  test('leaves out the packs of Git repositories, and says so', () => {
    const pack = { '1.pack': secret, '1.idx': 'x' };
    const git = { HEAD: 'ref', refs: { objects: secret }, objects: { pack, info: {} }, config: 'x' };
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
