import { crc32, deflateRawSync } from 'node:zlib';

export interface Packed {
  readonly name: string;
  readonly content: string | Buffer;
  /** tar: its letter, `0` when it is left out. */
  readonly type?: string;
  /** ZIP: 8, deflated, when it is left out. */
  readonly method?: number;
  readonly isEncrypted?: boolean;
  /** tar: where a link leads to. */
  readonly target?: string;
  /** ZIP: in the extra field of its own header. */
  readonly extra?: string;
  /** ZIP: behind the end of what is packed. */
  readonly behind?: string;
}

const BLOCK = 512;

/** An archive of tar, in the form of POSIX. */
export function tarOf(files: readonly Packed[]): Buffer {
  return Buffer.concat([...files.flatMap(tarMember), Buffer.alloc(2 * BLOCK)]);
}

function tarMember({ name, content, type = '0', target = '' }: Packed): readonly Buffer[] {
  const body = Buffer.from(content);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(target, 157, 100);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return [header, body, Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)];
}

/** A ZIP archive, with a remark at its end. */
export function zipOf(files: readonly Packed[], remark = ''): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const [header, entry, body] = zipEntry(file, offset);
    bodies.push(header, body);
    directory.push(entry);
    offset += header.length + body.length;
  }
  return Buffer.concat([...bodies, ...directory, zipEnd(directory, { offset, remark })]);
}

/** Header, line of the directory and body. */
function zipEntry(
  { name, content, method = 8, isEncrypted = false, extra = '', behind: tail = '' }: Packed,
  offset: number,
): readonly [Buffer, Buffer, Buffer] {
  const plain = Buffer.from(content);
  const body = Buffer.concat([method === 8 ? deflateRawSync(plain) : plain, Buffer.from(tail)]);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((isEncrypted ? 1 : 0) | 0x800, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(crc32(plain), 10);
  fields.writeUInt32LE(body.length, 14);
  fields.writeUInt32LE(plain.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  const own = Buffer.from(fields);
  own.writeUInt16LE(Buffer.byteLength(extra), 24);
  const behind = Buffer.alloc(14);
  behind.writeUInt32LE(offset, 10);
  return [
    Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), own, Buffer.from(name + extra)]),
    Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, behind, Buffer.from(name)]),
    body,
  ];
}

export function zipEnd(
  directory: readonly Buffer[],
  { offset, remark = '' }: { readonly offset: number; readonly remark?: string },
): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length & 0xffff, 4);
  end.writeUInt16LE(directory.length & 0xffff, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(remark), 16);
  return Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(remark)]);
}
