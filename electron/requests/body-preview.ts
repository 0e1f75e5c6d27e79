import type { BodyPreview } from '../../shared/domain/exchange.ts';
import type { ReadBody } from './read-body.ts';
import type { Redactor } from './redactor.ts';

export interface PreviewResult {
  readonly body: BodyPreview;
  readonly isRedacted: boolean;
}

export interface PreviewOptions {
  readonly contentType: string;
  readonly redactor: Redactor;
  /** Bytes of the body that may be shown. */
  readonly limit: number;
}

/** Hex is for a look at a file's start, not for reading it. */
const BINARY_PREVIEW_BYTES = 256 * 1024;
const SNIFFED_BYTES = 4096;

const TEXT_TYPE =
  /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|javascript|ecmascript|x-www-form-urlencoded|yaml|x-yaml|graphql|x-ndjson|jsonl|problem\+json)\b|image\/svg\+xml)/i;
const BINARY_TYPE = /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|gzip|x-tar|wasm))/i;

/**
 * The part of a body that may be shown: text decoded by its charset, anything else as hex, at most `limit` bytes of it, with every
 * secret masked. `read.kept` holds `redactor.overlap()` bytes more than the limit, so that no secret is cut in half unrecognised.
 */
export function previewBody(read: ReadBody, options: PreviewOptions): PreviewResult {
  if (read.decodedBytes === 0) return { body: { kind: 'empty' }, isRedacted: false };
  const charset = charsetOf(read.kept, options.contentType);
  return charset === null ? previewBinary(read, options) : previewText(read, charset, options);
}

function previewText(read: ReadBody, charset: string, { redactor, limit }: PreviewOptions): PreviewResult {
  const isTruncated = read.decodedBytes > limit;
  const text = decode(read.kept, charset);
  const characters = isTruncated ? decode(read.kept.subarray(0, limit), charset).length : text.length;
  const masked = redactor.maskUpTo(text, characters);
  return { body: { kind: 'text', text: masked.text, isTruncated }, isRedacted: masked.isRedacted };
}

function previewBinary(read: ReadBody, options: PreviewOptions): PreviewResult {
  const { redactor } = options;
  const limit = Math.min(options.limit, BINARY_PREVIEW_BYTES);
  const masked = redactor.maskBytes(read.kept.subarray(0, limit + redactor.overlap()));
  const hex = Buffer.from(masked.bytes.subarray(0, limit)).toString('hex');
  return {
    body: { kind: 'binary', hex, isTruncated: read.decodedBytes > limit },
    isRedacted: masked.isRedacted,
  };
}

/** The whole of a body as text, by its charset; what names none and looks like none is UTF-8, as JSON is. */
export function textOfBody(bytes: Uint8Array, contentType: string): string {
  return decode(bytes, charsetOf(bytes, contentType) ?? 'utf-8');
}

/** Others take bytes away (ISO-2022-JP), or have bytes of their own for a letter of a secret (windows-1251). */
const MASKED_IN_BYTES: ReadonlySet<string> = new Set(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']);

/** Whether bytes in which secrets were masked hold none as a text either; else they must be read first and masked then. */
export function isMaskedAsText(bytes: Uint8Array, contentType: string): boolean {
  return isMaskedInBytes(charsetOf(bytes, contentType));
}

/** Whether secrets are found in the bytes of such a text; `null`: UTF-8. */
export function isMaskedInBytes(charset: string | null): boolean {
  return MASKED_IN_BYTES.has(charset ?? 'utf-8');
}

/** `stream` keeps a character that the end cuts in half from turning into U+FFFD. */
function decode(bytes: Uint8Array, charset: string): string {
  if (charset === 'utf-8' && isPlainUtf8(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return new TextDecoder(charset).decode(bytes, { stream: true });
}

/** Whether it begins with no mark and ends with a whole character: a decoder of its own would say the same. */
function isPlainUtf8(bytes: Uint8Array): boolean {
  return bytes[0] !== 0xef && (bytes.at(-1) ?? 0) < 0x80;
}

/** What most answers say, of which all that follows would say the same. */
const UTF_8_TYPES: ReadonlySet<string> = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
  'application/json; charset=UTF-8',
  'text/html; charset=utf-8',
  'text/plain; charset=utf-8',
]);

/** The charset of a text; `null` for what is no text. */
function charsetOf(bytes: Uint8Array, contentType: string): string | null {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return mark;
  if (UTF_8_TYPES.has(contentType)) return 'utf-8';
  const declared = declaredCharset(contentType);
  if (TEXT_TYPE.test(contentType)) return declared ?? charsetWithin(bytes, contentType);
  if (BINARY_TYPE.test(contentType)) return null;
  const start = bytes.subarray(0, SNIFFED_BYTES);
  // Who names a charset means a text, in whatever bytes; one without it has to look like one.
  const named = start.includes(0) ? null : declared;
  return named ?? (isUtf8Text(start) ? 'utf-8' : null);
}

/** The charset that the headers name; `null` for none that is known. */
export function declaredCharset(contentType: string): string | null {
  return knownCharset(/;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** `null` for none, and for one that the platform does not know. */
function knownCharset(name: string | undefined): string | null {
  if (name === undefined) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    // RangeError: as if it were not there.
    return null;
  }
}

const MARKUP_TYPE = /^(?:text\/(?:html|xml)|application\/(?:[\w.+-]*\+)?xml|image\/svg)/i;
const PLAIN_TYPE = /^text\//i;
/** In an XML declaration, or in the `meta` element of a page (WHATWG HTML, 13.2.3.2: within the first 1,024 bytes). */
const MARKUP_CHARSET =
  /(?:<\?xml[^>]{0,200}?\sencoding|<meta[^>]{0,200}?charset)\s*=\s*["']?([\w.:-]{1,40})/i;
const MARKUP_START = 1024;

/** Of a text whose headers name no charset: what markup says of itself; UTF-8; else, as browsers take it, windows-1252. */
function charsetWithin(bytes: Uint8Array, contentType: string): string {
  const start = bytes.subarray(0, SNIFFED_BYTES);
  if (MARKUP_TYPE.test(contentType)) {
    const said = MARKUP_CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, MARKUP_START)))?.[1];
    const known = knownCharset(said);
    // These bytes were just read as ASCII, so they are in no charset of two bytes.
    if (known !== null && !known.startsWith('utf-16')) return known;
  }
  return PLAIN_TYPE.test(contentType) && !start.includes(0) && !isUtf8Text(start) ? 'windows-1252' : 'utf-8';
}

function isUtf8Text(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // Not UTF-8 (TypeError), so not a text that could be shown.
    return false;
  }
}
