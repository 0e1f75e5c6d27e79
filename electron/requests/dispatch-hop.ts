import type { Readable } from 'node:stream';
import type { Client, Dispatcher } from 'undici';
import type { HeaderField } from './composed-request.ts';
import { PushedBody, type HopBody } from './hop-body.ts';

/** A response whose body is still to be read. */
export interface HopResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderField[];
  readonly body: HopBody;
}

export interface HopToDispatch {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Uint8Array | Readable | null;
}

/** Told once of one of the two. */
export interface HopListener {
  /** The header section is there; informational ones (1xx) are passed over. */
  onResponse(response: HopResponse): void;
  /** The client's error: there is no response. */
  onError(error: unknown): void;
}

/** Writes one request. By undici's handler itself: its `request` makes a stream of every body, which costs more than all the rest. */
export function dispatchHop(client: Client, hop: HopToDispatch, listener: HopListener): void {
  client.dispatch(hop, new HopHandler(listener));
}

class HopHandler implements Dispatcher.DispatchHandler {
  readonly #listener: HopListener;
  #body: PushedBody | null = null;

  constructor(listener: HopListener) {
    this.#listener = listener;
  }

  onRequestStart(): void {
    // The hop is counted from before it had a connection.
  }

  onResponseStart(...[controller, status, , statusText]: ResponseStart): void {
    if (status < 200) return;
    const body = new PushedBody(controller);
    this.#body = body;
    const headers = headerFields(controller.rawHeaders);
    this.#listener.onResponse({ status, statusText: statusText ?? '', headers, body });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    this.#body?.finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#body === null) this.#listener.onError(error);
    else this.#body.fail(error);
  }
}

type ResponseStart = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>;

/** Names and values in turn, as bytes; those of a value are read as latin1 (RFC 9110, 5.5). HTTP/2 gives an object of them. */
function headerFields(raw: Dispatcher.DispatchController['rawHeaders']): readonly HeaderField[] {
  const fields: HeaderField[] = [];
  if (!Array.isArray(raw)) {
    return Object.entries(raw ?? {}).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value: String(value) })),
    );
  }
  for (let index = 0; index + 1 < raw.length; index += 2) {
    fields.push({ name: textOf(raw[index]), value: textOf(raw[index + 1]) });
  }
  return fields;
}

function textOf(part: Buffer | string | undefined): string {
  return typeof part === 'string' ? part : (part?.toString('latin1') ?? '');
}
