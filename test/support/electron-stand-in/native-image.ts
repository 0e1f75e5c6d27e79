import { existsSync, readFileSync } from 'node:fs';

type Surface = Pick<
  Electron.NativeImage,
  | 'isEmpty'
  | 'setTemplateImage'
  | 'isTemplateImage'
  | 'addRepresentation'
  | 'toPNG'
  | 'toDataURL'
  | 'getSize'
  | 'getAspectRatio'
>;

/** Holds the bytes of a PNG file; it draws and scales nothing. */
export class StandInNativeImage implements Surface {
  readonly #png: Buffer;
  #isTemplate = false;
  readonly representations: Electron.AddRepresentationOptions[] = [];

  constructor(png: Buffer) {
    this.#png = png;
  }
  isEmpty = (): boolean => this.#png.length === 0;
  setTemplateImage(option: boolean): void {
    this.#isTemplate = option;
  }
  isTemplateImage = (): boolean => this.#isTemplate;
  addRepresentation(options: Electron.AddRepresentationOptions): void {
    this.representations.push(options);
  }
  toPNG = (): Buffer => this.#png;
  toDataURL = (): string => `data:image/png;base64,${this.#png.toString('base64')}`;
  /** Width and height are the first two words of a PNG's first chunk. */
  getSize = (): Electron.Size =>
    this.#png.length < 24
      ? { width: 0, height: 0 }
      : { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) };
  getAspectRatio = (): number => this.getSize().width / this.getSize().height;
  resize = (): this => this;
}

export const nativeImage = {
  createEmpty: () => new StandInNativeImage(Buffer.alloc(0)),
  createFromPath: (path: string) =>
    new StandInNativeImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer) => new StandInNativeImage(buffer),
  createFromDataURL: (url: string) =>
    new StandInNativeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
};
