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

/**
 * Writes one request and resolves with the response as soon as its header section is there; informational ones (1xx) are passed over.
 * Rejects with the client's error. By undici's handler itself: its `request` makes a stream of every body, which costs more than all the rest.
 */
export function dispatchHop(
  client: Client,
  hop: HopToDispatch,
  onFirstByte: () => void,
): Promise<HopResponse> {
  return new Promise((resolve, reject) => {
    let body: PushedBody | null = null;
    client.dispatch(hop, {
      onRequestStart: () => undefined,
      onResponseStart(controller, status, ...[, statusText]) {
        if (status < 200) return;
        onFirstByte();
        body = new PushedBody(controller);
        resolve({ status, statusText: statusText ?? '', headers: headerFields(controller.rawHeaders), body });
      },
      onResponseData: (_controller, chunk) => body?.push(chunk),
      onResponseEnd: () => body?.finish(),
      onResponseError(_controller, error) {
        if (body === null) reject(error);
        else body.fail(error);
      },
    });
  });
}

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
