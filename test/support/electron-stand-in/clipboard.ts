type Data = string | Blob | Electron.ClipboardBookmark;

/** As `ClipboardItem` of Electron 45: MIME types to what they hold. */
export class StandInClipboardItem implements Pick<Electron.ClipboardItem, 'types'> {
  readonly #entries: Readonly<Record<string, Data | Promise<Blob | string>>>;

  constructor(items: Readonly<Record<string, Data | Promise<Blob | string>>>) {
    if (Object.keys(items).length === 0) throw new TypeError('ClipboardItem needs at least one entry');
    this.#entries = items;
  }
  get types(): string[] {
    return Object.keys(this.#entries);
  }
  async getType(type: string): Promise<Blob> {
    const value = await this.#entries[type];
    if (value === undefined) throw new DOMException(`The type '${type}' was not found`, 'NotFoundError');
    if (value instanceof Blob) return value;
    return new Blob([typeof value === 'string' ? value : JSON.stringify(value)], { type });
  }
}

type Surface = Pick<Electron.Clipboard, 'clear' | 'has' | 'readText' | 'writeText'>;

/** A clipboard in memory, apart from the system's, with its formats. Its API is asynchronous, as it is from Electron 45 on. */
export class StandInClipboard implements Surface {
  #items: StandInClipboardItem[] = [];
  /** Makes the next write fail, as a system does whose clipboard is held by another program. */
  failNextWrite = false;

  clear(): void {
    this.#items = [];
  }
  has(type: string): Promise<boolean> {
    return Promise.resolve(this.#items.some((item) => item.types.includes(type)));
  }
  read(): Promise<StandInClipboardItem[]> {
    return Promise.resolve([...this.#items]);
  }
  async readText(): Promise<string> {
    const item = this.#items.find((each) => each.types.includes('text/plain'));
    return item === undefined ? '' : (await item.getType('text/plain')).text();
  }
  async write(items: StandInClipboardItem[]): Promise<void> {
    if (this.failNextWrite) {
      this.failNextWrite = false;
      throw new Error('Failed to write to the clipboard');
    }
    // Everything is read before anything is replaced: a write is whole or not at all.
    await Promise.all(items.flatMap((item) => item.types.map((type) => item.getType(type))));
    this.#items = [...items];
  }
  writeText(text: string): Promise<void> {
    return this.write([new StandInClipboardItem({ 'text/plain': text })]);
  }
}
