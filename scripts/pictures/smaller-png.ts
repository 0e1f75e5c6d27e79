import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
/** So many of the most frequent are taken as they are: grounds, lines and texts. */
const SURE = 64;
/** Squared, in steps of 255. */
const UNSEEN = 100;

/**
 * The same picture in a third of the bytes: a browser compresses for speed and writes four bytes a pixel, where a window has a
 * few hundred colours. The 256 most frequent stay, and a rarer one, from the edge of a letter, becomes the nearest of them.
 * Format: PNG, 3rd edition, 5 and 9. Takes 8-bit RGB and RGBA, not interlaced, as Chromium writes them.
 */
export function smallerPng(png: Buffer): Buffer {
  const { width, height, channels, raw } = read(png);
  const colours = unfiltered(raw, { stride: width * channels, height, channels });
  const palette = mostFrequent(colours);
  const index = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < colours.length; pixel += 1)
    rows[pixel + 1 + Math.floor(pixel / width)] = index(colours[pixel] ?? 0);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => channelsOf(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function read(png: Buffer) {
  const pixels: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    pixels.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const channels = { 2: 3, 6: 4 }[png[25] ?? 0];
  if (channels === undefined || png[24] !== 8 || png[28] !== 0) throw new Error('Another kind of PNG');
  const raw = inflateSync(Buffer.concat(pixels));
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), channels, raw };
}

interface Shape {
  readonly stride: number;
  readonly height: number;
  readonly channels: number;
}

/** The colours of all pixels, each 0xRRGGBB; filters as in section 9.2. */
function unfiltered(raw: Buffer, { stride, height, channels }: Shape): Uint32Array {
  const lines = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x < channels ? 0 : (lines[at - channels] ?? 0);
      const up = row === 0 ? 0 : (lines[at - stride] ?? 0);
      const corner = x < channels || row === 0 ? 0 : (lines[at - stride - channels] ?? 0);
      lines[at] = (raw[row * (stride + 1) + 1 + x] ?? 0) + predicted(filter, { left, up, corner });
    }
  }
  const colours = new Uint32Array(lines.length / channels);
  for (let pixel = 0; pixel < colours.length; pixel += 1)
    colours[pixel] = lines.readUIntBE(pixel * channels, 3);
  return colours;
}

interface Neighbours {
  readonly left: number;
  readonly up: number;
  readonly corner: number;
}

function predicted(filter: number, around: Neighbours): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return around.left;
    case 2:
      return around.up;
    case 3:
      return (around.left + around.up) >> 1;
    case 4:
      return paeth(around);
    default:
      throw new Error('No filter of PNG');
  }
}

function paeth({ left, up, corner }: Neighbours): number {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The most frequent first; one that nobody can tell from a chosen one leaves its place to another hue. */
function mostFrequent(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const chosen: number[] = [];
  for (const [colour] of [...counts].toSorted(([, left], [, right]) => right - left)) {
    if (chosen.length === MOST_COLOURS) break;
    if (chosen.length < SURE || chosen.every((each) => distance(each, colour) > UNSEEN)) chosen.push(colour);
  }
  return chosen;
}

function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const distances = palette.map((each) => distance(colour, each));
    const nearest = distances.indexOf(Math.min(...distances));
    known.set(colour, nearest);
    return nearest;
  };
}

function distance(left: number, right: number): number {
  const red = (left >> 16) - (right >> 16);
  const green = ((left >> 8) & 0xff) - ((right >> 8) & 0xff);
  const blue = (left & 0xff) - (right & 0xff);
  return red * red + green * green + blue * blue;
}

function channelsOf(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(typed));
  return Buffer.concat([head, typed, tail]);
}
