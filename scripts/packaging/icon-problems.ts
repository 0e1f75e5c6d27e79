import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SIGNATURES = [
  ['build/icon.png', '\x89PNG'],
  ['build/icon.ico', '\x00\x00\x01\x00'],
  ['build/icon.icns', 'icns'],
  ['build/icons/16x16.png', '\x89PNG'],
  ['build/icons/512x512.png', '\x89PNG'],
  ['resources/tray/tray.ico', '\x00\x00\x01\x00'],
  ['resources/tray/tray-attention.ico', '\x00\x00\x01\x00'],
] as const;

const SCALES = [
  ['', 16],
  ['@1.5x', 24],
  ['@2x', 32],
  ['@3x', 48],
] as const;

/** What the tray shows usually, and with the dot: templates that macOS colours, and a tone for light and dark panels elsewhere. */
const TRAY_PAIRS = [
  ['trayTemplate', 'trayAttentionTemplate'],
  ['tray', 'tray-attention'],
] as const;

/** Pictures with their sizes, by where they lie. */
const PICTURES: readonly (readonly [path: string, size: number])[] = [
  ...TRAY_PAIRS.flat().flatMap((name) =>
    SCALES.map(([scale, size]) => [`${name}${scale}.png`, size] as const),
  ),
  ['overlay.png', 16],
  ['overlay@2x.png', 32],
];

/** Answers with what is wrong with the icons of the app, the tray and the taskbar; nothing when all is well. */
export async function iconFileProblems(folder: string): Promise<readonly string[]> {
  const read = (path: string): Promise<Buffer> => readFile(join(folder, path));
  const tray = (name: string): Promise<Buffer> => read(`resources/tray/${name}`);
  const signed = SIGNATURES.map(async ([path, signature]) =>
    (await read(path)).subarray(0, 4).toString('latin1') === signature ? [] : [path],
  );
  const drawn = PICTURES.map(async ([name, size]) => pictureProblems(name, await tray(name), size));
  const paired = TRAY_PAIRS.map(async ([usual, attention]) =>
    (await tray(`${usual}.png`)).equals(await tray(`${attention}.png`)) ? [`${attention} has no dot`] : [],
  );
  return (await Promise.all([...signed, ...drawn, ...paired])).flat();
}

/** A PNG's header: width and height at bytes 16 and 20, the kind of colour at 25, of which 4 and 6 have transparency. */
function pictureProblems(name: string, png: Buffer, size: number): readonly string[] {
  if (png.subarray(0, 4).toString('latin1') !== '\x89PNG') return [`${name} is no PNG`];
  const [width, height, colour] = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)];
  return [
    ...(width === size && height === size ? [] : [`${name} is ${String(width)} × ${String(height)}`]),
    ...(colour === 4 || colour === 6 ? [] : [`${name} is not transparent`]),
  ];
}
