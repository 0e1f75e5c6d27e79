import { sep } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tarOf, zipEnd, zipOf } from '../../support/build-archive.ts';
import { holds } from '../../support/holds.ts';
import { scan, secret } from '../../support/scan-in-memory.ts';

const text = `# notes\nkey: ${secret}\n`;
const at = { kind: 'text', line: 2, column: 6 };
const MIB = 1024 * 1024;

const found = ({ findings }: ReturnType<typeof scan>) =>
  findings.map(({ shown, places }) => [shown, places] as const);
const gapsOf = ({ last }: ReturnType<typeof scan>) =>
  Object.fromEntries(Object.entries(last.gaps).filter(([, count]) => count > 0));

describe('what is packed', () => {
  test('is read in gzip, tar, both and ZIP, with line and column', holds('confinement.scan-packed'), () => {
    const files = [
      { name: 'empty.txt', content: '' },
      { name: 'src/.env', content: text },
      { name: 'big.txt', content: `${'x'.repeat(3 * 512)}\n${text}` },
    ];
    const result = scan({
      'app.log.gz': gzipSync(text),
      'members.gz': Buffer.concat([gzipSync('# notes\n'), gzipSync(`key: ${secret}`), Buffer.alloc(20)]),
      'a.tar': tarOf(files),
      'a.tgz': gzipSync(tarOf(files)),
      'a.docx': zipOf([
        ...files,
        { name: 'stored', content: text, method: 0 },
        { name: 'dir/', content: '', method: 0 },
      ]),
    });
    const later = { ...at, line: 3 };
    expect(found(result)).toEqual([
      ['app.log.gz › app.log', [at]],
      ['members.gz › members', [at]],
      ['a.tar › src/.env', [at]],
      ['a.tar › big.txt', [later]],
      ['a.tgz › src/.env', [at]],
      ['a.tgz › big.txt', [later]],
      ['a.docx › src/.env', [at]],
      ['a.docx › big.txt', [later]],
      ['a.docx › stored', [at]],
    ]);
    expect(gapsOf(result)).toEqual({});
    expect(result.findings.map(({ path }) => path.split(sep).at(-1))).toContain('a.docx');
    expect(result.last.progress).toMatchObject({ files: 5, bytes: result.last.progress.totalBytes });
  });

  test('is searched in UTF-16 and Base64 too', () => {
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const encoded = Buffer.from(text).toString('base64');
    expect(
      found(
        scan({
          'a.zip': zipOf([
            { name: 'a', content: utf16 },
            { name: 'b', content: encoded },
          ]),
        }),
      ),
    ).toEqual([
      ['a.zip › a', [at]],
      ['a.zip › b', [{ kind: 'encoded', offset: 0 }]],
    ]);
  });

  test(
    'has long names of tar, and takes links for what they are: no content',
    holds('confinement.scan-inside'),
    () => {
      const long = `${'folder/'.repeat(30)}.env`;
      const record = `path=${long}2\n`;
      const length = record.length + 4;
      const result = scan({
        'a.tar': tarOf([
          { name: '././@LongLink', content: `${long}\0`, type: 'L' },
          { name: 'short', content: text },
          { name: 'pax', content: `${String(length)} ${record}`, type: 'x' },
          { name: 'short', content: text },
          { name: 'link', content: '', type: '2' },
          { name: 'next', content: text },
        ]),
      });
      expect(found(result).map(([shown]) => shown)).toEqual([
        `a.tar › ${long}`,
        `a.tar › ${long}2`,
        'a.tar › next',
      ]);
    },
  );

  test('is told of Git’s loose objects; of packs that they were not looked into', () => {
    const loose = deflateSync(`blob ${String(text.length)}\0${text}`);
    const git = {
      HEAD: 'ref: x',
      refs: {},
      objects: {
        ab: { ['c'.repeat(38)]: loose },
        pack: { 'a.pack': 'PACK', 'a.idx': '' },
        info: { packs: 'P' },
      },
    };
    const result = scan({ '.git': git });
    expect(found(result)).toEqual([[['.git', 'objects', 'ab', 'c'.repeat(38)].join(sep), [at]]]);
    expect(gapsOf(result)).toEqual({ gitHistories: 1 });
  });

  test('names what it does not unpack', () => {
    const inner = zipOf([{ name: 'a', content: text }]);
    const result = scan({
      'a.7z': Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 1]),
      'a.zip': zipOf([
        { name: 'inner.zip', content: inner },
        { name: 'inner.tar', content: tarOf([]).fill('ustar', 257, 262) },
        { name: 'locked', content: text, isEncrypted: true },
        { name: 'lzma', content: 'x', method: 14 },
        { name: 'open', content: text },
      ]),
    });
    expect(found(result)).toEqual([['a.zip › open', [at]]]);
    expect(gapsOf(result)).toEqual({ otherPacked: 3, nested: 2 });
  });

  test('is searched as it is where it belongs to no file in it', () => {
    const zip = zipOf([{ name: 'a', content: 'x' }]);
    const shifted = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.from(secret), zip]);
    expect(found(scan({ 'a.zip': shifted }))).toEqual([['a.zip', [{ kind: 'binary', offset: 4 }]]]);
    const behind = Buffer.concat([tarOf([{ name: 'a', content: 'x' }]), Buffer.from(secret)]);
    expect(found(scan({ 'a.tar': behind }))).toEqual([['a.tar', [{ kind: 'binary', offset: 2048 }]]]);
    const remark = gzipSync('x');
    remark[3] = 0x10; // a remark follows the header
    const gzip = Buffer.concat([remark.subarray(0, 10), Buffer.from(`${secret}\0`), remark.subarray(10)]);
    expect(found(scan({ 'a.gz': gzip }))).toEqual([['a.gz', [{ kind: 'binary', offset: 10 }]]]);
  });

  test('is searched behind its end too', () => {
    const zip = zipOf([{ name: 'a', content: 'x' }], `the key is ${secret}`);
    const remark = { kind: 'binary', offset: zip.indexOf(secret) };
    expect(found(scan({ 'a.zip': zip }))).toEqual([['a.zip', [remark]]]);
    const packed = gzipSync('x');
    for (const [filling, gaps] of [
      ['\0'.repeat(15), {}],
      ['\0'.repeat(5000), {}],
      ['-', { damaged: 1 }],
    ] as const) {
      const gzip = Buffer.concat([packed, Buffer.from(filling + secret)]);
      const result = scan({ 'a.gz': gzip });
      const offset = packed.length + filling.length;
      expect(found(result)).toEqual([['a.gz', [{ kind: 'binary', offset }]]]);
      expect(gapsOf(result)).toEqual(gaps);
    }
  });

  test('is named by its folders and by what is locked', () => {
    const zip = zipOf([
      { name: `${secret}/`, content: '', method: 0 },
      { name: `${secret}.pem`, content: 'x', isEncrypted: true },
    ]);
    expect(found(scan({ 'a.zip': zip }))).toEqual([
      ['a.zip › ••••••••/', [{ kind: 'path' }]],
      ['a.zip › ••••••••.pem', [{ kind: 'path' }]],
    ]);
  });

  test('is searched where its format has room for more than files', holds('confinement.scan-packed'), () => {
    const comment = `comment=${secret}\n`;
    const record = `${String(comment.length + 3)} ${comment}`;
    const tar = tarOf([
      { name: `${secret}/`, content: '', type: '5' },
      { name: 'link', content: '', type: '2', target: `/etc/${secret}` },
      { name: 'all', content: record, type: 'g' },
      { name: 'one', content: record, type: 'x' },
      { name: 'file', content: 'x' },
    ]);
    expect(found(scan({ 'a.tar': tar })).map(([shown]) => shown)).toEqual([
      'a.tar › ••••••••/',
      'a.tar › link',
      'a.tar › all',
      'a.tar',
    ]);

    const zip = zipOf([
      { name: 'a', content: 'x', extra: secret },
      { name: 'b', content: 'x', behind: secret },
    ]);
    const offsets = [zip.indexOf(secret), zip.lastIndexOf(secret)];
    expect(found(scan({ 'a.zip': zip }))).toEqual([
      ['a.zip', offsets.map((offset) => ({ kind: 'binary', offset }))],
    ]);

    const object = deflateSync('blob 1\0x');
    const id = 'b'.repeat(38);
    const objects = { aa: { [id]: Buffer.concat([object, Buffer.from(secret)]) } };
    const result = scan({ '.git': { HEAD: 'ref: x', refs: {}, objects } });
    expect(found(result).map(([, places]) => places)).toEqual([[{ kind: 'binary', offset: object.length }]]);
  });

  test('is read on behind one that is damaged', () => {
    const files = ['first', 'second', 'third'].map((name) => ({ name, content: `${name} ${text}` }));
    const zip = zipOf(files);
    zip[zip.indexOf('first') + 'first'.length] = 0xff; // a kind of block that deflate has not
    const result = scan({ 'a.zip': zip });
    expect(found(result).map(([shown]) => shown)).toEqual(['a.zip › second', 'a.zip › third']);
    expect(gapsOf(result)).toEqual({ damaged: 1 });
  });
});

describe('an archive that means harm', () => {
  const zeros = Buffer.alloc(8 * MIB);
  const unpackLimits = {
    ofFile: { free: MIB, ratio: 200 },
    ofAll: { free: 4 * MIB, ratio: 200 },
  };

  test.each([
    ['gzip', () => gzipSync(zeros)],
    ['ZIP', () => zipOf([{ name: 'a', content: zeros }])],
    ['tar in gzip', () => gzipSync(tarOf([{ name: 'a', content: zeros }]))],
    ['a loose object', () => deflateSync(zeros)],
  ])(
    'is left at the bound when %s unpacks to a thousand times as much',
    holds('confinement.scan-bombs'),
    (kind, build) => {
      const isObject = kind === 'a loose object';
      const name = isObject ? 'c'.repeat(38) : 'bomb';
      const root = { HEAD: '', refs: {}, objects: { ab: { [name]: build() } }, 'b.txt': secret };
      const result = scan(root, { unpackLimits });
      expect(gapsOf(result)).toEqual({ tooMuch: 1 });
      expect(result.findings.map(({ shown }) => shown)).toEqual(['b.txt']);
    },
  );

  test('comes a thousand times: all together are bounded too', holds('confinement.scan-bombs'), () => {
    const small = gzipSync(Buffer.alloc(MIB));
    const bombs = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${String(at)}.gz`, small]));
    const { last, findings } = scan({ ...bombs, 'z.txt': secret }, { unpackLimits });
    expect(last.gaps.tooMuch).toBeGreaterThan(20);
    expect(findings).toHaveLength(1);
  });

  test(
    'has entries that lie over one another: each byte is read once',
    holds('confinement.scan-bombs'),
    () => {
      const one = zipOf([{ name: 'a', content: text }]);
      const directoryAt = one.readUInt32LE(one.length - 6);
      const line = one.subarray(directoryAt, one.length - 22);
      const lines = Array.from({ length: 1_000 }, () => line);
      const bomb = Buffer.concat([
        one.subarray(0, directoryAt),
        ...lines,
        zipEnd(lines, { offset: directoryAt }),
      ]);
      const result = scan({ 'a.zip': bomb });
      expect(found(result)).toEqual([['a.zip › a', [at]]]);
      expect(gapsOf(result)).toEqual({ damaged: 1 });
    },
  );

  test(
    'has names that leave its folder, steer terminals or hold a key: they are text',
    holds('confinement.scan-bombs'),
    () => {
      const names = ['../../etc/passwd', '/root/.ssh', 'C:\\x', 'a\x1b[2J\u202eb\nc', `${secret}.txt`];
      for (const pack of [tarOf, zipOf]) {
        const { findings, reports, opened } = scan({
          'a.x': pack(names.map((name) => ({ name, content: text }))),
        });
        expect(findings.map(({ shown }) => shown)).toEqual([
          'a.x › ../../etc/passwd',
          'a.x › /root/.ssh',
          'a.x › C:\\x',
          'a.x › a�[2J�b�c',
          'a.x › ••••••••.txt',
        ]);
        expect(opened).toHaveLength(1);
        expect(
          JSON.stringify(reports.map(({ findings: told }) => told.map(({ shown }) => shown))),
        ).not.toContain(secret);
      }
    },
  );

  test('is cut off or changed anywhere: the scan goes on', holds('confinement.scan-bombs'), () => {
    const files = [
      { name: 'a.txt', content: text.repeat(30) },
      { name: 'b.txt', content: 'b' },
    ];
    const archives = [gzipSync(text.repeat(30)), tarOf(files), gzipSync(tarOf(files)), zipOf(files)];
    const change = fc.record({
      archive: fc.constantFrom(...archives),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(change, ({ archive, cut, bytes }) => {
        const changed = Buffer.from(archive.subarray(0, Math.ceil(cut * archive.length)));
        for (const [where, byte] of bytes) changed[Math.floor(where * changed.length)] = byte;
        const { last, findings } = scan({ z: changed, 'b.txt': secret });
        expect(last.progress.files).toBe(2);
        expect(findings.at(-1)?.shown).toBe('b.txt');
      }),
      { seed: 64, numRuns: 150 },
    );
  });

  test('says that it is damaged when its end is missing', () => {
    const files = [{ name: 'a', content: text }];
    for (const whole of [gzipSync(text), gzipSync(tarOf(files)), zipOf(files)]) {
      expect(gapsOf(scan({ z: whole.subarray(0, whole.length - 4) }))).toEqual({ damaged: 1 });
    }
    const tar = tarOf(files);
    expect(gapsOf(scan({ z: tar.subarray(0, 520) }))).toEqual({ damaged: 1 });
  });
});
