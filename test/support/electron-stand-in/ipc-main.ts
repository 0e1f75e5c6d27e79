import { EventEmitter } from 'node:events';
import { createEvent } from './events.ts';
import type { InvokeReply } from './page-runtime.ts';
import { makeCodec } from './structured-clone.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Surface = Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

/** Who called: what Electron puts on the event object. */
export interface IpcSource {
  readonly sender: unknown;
  readonly senderFrame: unknown;
}

const codec = makeCodec();

export class StandInIpcMain extends EventEmitter implements Surface {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs the channel's handler; what it throws reaches the page as text alone, as in Electron. */
  async invoke(source: IpcSource, channel: string, args: string): Promise<InvokeReply> {
    try {
      const handler = this.#handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const event = createEvent({ ...sourceFields(source), type: 'frame' as const });
      // Only what Keyfob's handlers read of an event is on it.
      const list = codec.decode(args) as unknown[]; // The page's half sends a list.
      const value: unknown = await handler(event as unknown as Electron.IpcMainInvokeEvent, ...list);
      return { kind: 'value', value: codec.encode(value) };
    } catch (error) {
      return { kind: 'error', message: String(error) };
    }
  }

  receive(source: IpcSource, channel: string, args: string): void {
    const event = createEvent({ ...sourceFields(source), type: 'frame' as const, returnValue: undefined });
    this.emit(channel, event, ...(codec.decode(args) as unknown[])); // The page's half sends a list.
  }
}

const sourceFields = ({ sender, senderFrame }: IpcSource) => ({
  sender,
  senderFrame,
  processId: process.pid,
  frameId: 1,
});
