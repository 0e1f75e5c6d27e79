/** PNG images by their width in pixels; all are square. */
export type Images = ReadonlyMap<number, Buffer>;

/**
 * A Windows icon file that holds PNG images, which Windows reads since Vista: a header of 6 bytes, an entry of 16 bytes for each
 * image (0 stands for 256 pixels), then the images. Format: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function packIco(images: Images): Buffer {
  const usable = [...images].filter(([size]) => size <= 256);
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(usable.length, 4);
  let offset = header.length + usable.length * 16;
  const entries = usable.map(([size, png]) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...usable.map(([, png]) => png)]);
}

const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const;

/** An Apple icon file: 'icns' and its length, then type, length and PNG for each image. */
export function packIcns(images: Images): Buffer {
  const chunks = icnsTypes.flatMap(([type, size]) => {
    const png = images.get(size);
    return png === undefined ? [] : [chunk(type, png)];
  });
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'ascii');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
