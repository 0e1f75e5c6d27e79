import type { HttpMethod } from '../../shared/domain/http-request.ts';
import type { UploadBody } from './upload-body.ts';
import type { SecretVariable, UsedSecrets } from './secret-variables.ts';
import type { VariableScope } from './variables.ts';

export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** A header that was typed with the key's variable as (part of) its value: where the person wants the key to go. */
export interface KeyHeader {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A request with its variables resolved, ready to be signed and sent. It never holds a key's secret, nor a secret variable's value. */
export interface ComposedRequest {
  readonly method: HttpMethod;
  /** Absolute, http or https, without user-info and fragment. */
  readonly url: string;
  /** The same, parsed, as it was composed; what follows a redirect is parsed anew. */
  readonly address?: URL;
  /** In order, without those that the connection sets itself (Host, Content-Length, Connection, …). */
  readonly headers: readonly HeaderField[];
  readonly keyHeader: KeyHeader | null;
  readonly body: Uint8Array | UploadBody | null;
  /** Variables without a value; only a body may still hold some, and sends them as typed. */
  readonly unresolved: readonly string[];
  /** The secret variables whose marks stand in headers or body; their values go onto the wire alone. */
  readonly secrets?: UsedSecrets;
}

/** What composing needs beside the draft. */
export interface ComposeContext {
  readonly scope: VariableScope;
  /** Those whose marks are values of the scope. */
  readonly secretVariables?: readonly SecretVariable[];
  /** The value of `User-Agent`, such as `Keyfob/1.0.0`. */
  readonly userAgent: string;
  /** The content codings that the receiver can undo. */
  readonly acceptEncoding: string;
}
