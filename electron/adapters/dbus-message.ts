/** A call of a D-Bus method whose arguments are strings or object paths: all that Keyfob asks. */
export interface DbusCall {
  readonly destination: string;
  readonly path: string;
  readonly interfaceName: string;
  readonly member: string;
  readonly arguments: readonly string[];
}

export interface DbusMessage {
  readonly kind: 'reply' | 'error' | 'other';
  readonly replyTo: number;
  /** Of an error. */
  readonly errorName: string;
  /** The first value of the body: a string, an object path or a boolean (also inside a variant); null when it is none of these. */
  readonly value: string | boolean | null;
  /** How many bytes of the stream the message took. */
  readonly size: number;
}

const KINDS: Readonly<Record<number, DbusMessage['kind']>> = { 2: 'reply', 3: 'error' };
const FIXED_BYTES = 16;
/** Far more than any answer that Keyfob asks for. */
const MAX_BYTES = 1_048_576;

/** The code of a header field, the type of its value, and the value. */
type Field = readonly [code: number, signature: 'o' | 's' | 'g', text: string];

/** The wire format (D-Bus specification, "Message Protocol"), little-endian. */
export function encodeCall(serial: number, call: DbusCall): Buffer {
  const body = new Writer();
  for (const text of call.arguments) body.string(text);
  const fields = new Writer();
  field(fields, [1, 'o', call.path]);
  field(fields, [2, 's', call.interfaceName]);
  field(fields, [3, 's', call.member]);
  field(fields, [6, 's', call.destination]);
  if (call.arguments.length > 0) field(fields, [8, 'g', 's'.repeat(call.arguments.length)]);
  const header = new Writer();
  // Little-endian, a method call, no flags, protocol version 1.
  for (const byte of ['l'.charCodeAt(0), 1, 0, 1]) header.byte(byte);
  header.uint32(body.length);
  header.uint32(serial);
  header.uint32(fields.length);
  header.bytes(fields.toBuffer());
  header.align(8);
  header.bytes(body.toBuffer());
  return header.toBuffer();
}

function field(fields: Writer, [code, signature, text]: Field): void {
  fields.align(8);
  fields.byte(code);
  fields.signature(signature);
  if (signature === 'g') fields.signature(text);
  else fields.string(text);
}

/** The first message of the stream, or null while it is not complete. Throws a `RangeError` for what is no message. */
export function decodeMessage(stream: Uint8Array): DbusMessage | null {
  if (stream.length < FIXED_BYTES) return null;
  const reader = new Reader(stream);
  const type = reader.at(1);
  const bodyLength = reader.uint32At(4);
  const fieldsLength = reader.uint32At(12);
  const bodyAt = align(FIXED_BYTES + fieldsLength, 8);
  const size = bodyAt + bodyLength;
  if (size > MAX_BYTES) throw new RangeError('A message of the bus is too long');
  if (stream.length < size) return null;
  const fields = { replyTo: 0, errorName: '', signature: '' };
  reader.position = FIXED_BYTES;
  while (reader.position < FIXED_BYTES + fieldsLength) {
    reader.align(8);
    const code = reader.byte();
    const value = reader.value(reader.signature());
    if (code === 4 && typeof value === 'string') fields.errorName = value;
    if (code === 5 && typeof value === 'number') fields.replyTo = value;
    if (code === 8 && typeof value === 'string') fields.signature = value;
  }
  reader.position = bodyAt;
  const first = bodyLength === 0 ? null : reader.value(fields.signature);
  const value = typeof first === 'number' ? null : first;
  return { kind: KINDS[type] ?? 'other', replyTo: fields.replyTo, errorName: fields.errorName, value, size };
}

function align(position: number, boundary: number): number {
  return Math.ceil(position / boundary) * boundary;
}

class Writer {
  readonly #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }
  toBuffer(): Buffer {
    return Buffer.from(this.#bytes);
  }
  align(boundary: number): void {
    while (this.#bytes.length % boundary !== 0) this.#bytes.push(0);
  }
  byte(value: number): void {
    this.#bytes.push(value);
  }
  bytes(values: Uint8Array): void {
    this.#bytes.push(...values);
  }
  uint32(value: number): void {
    this.align(4);
    for (const shift of [0, 8, 16, 24]) this.byte((value >>> shift) & 0xff);
  }
  string(text: string): void {
    const encoded = Buffer.from(text, 'utf8');
    this.uint32(encoded.length);
    this.bytes(encoded);
    this.byte(0);
  }
  signature(text: string): void {
    this.byte(text.length);
    this.bytes(Buffer.from(text, 'ascii'));
    this.byte(0);
  }
}

class Reader {
  position = 0;
  readonly #view: DataView;
  readonly #isLittle: boolean;

  constructor(stream: Uint8Array) {
    this.#view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    this.#isLittle = this.at(0) === 'l'.charCodeAt(0);
  }
  at(position: number): number {
    return this.#view.getUint8(position);
  }
  uint32At(position: number): number {
    return this.#view.getUint32(position, this.#isLittle);
  }
  align(boundary: number): void {
    this.position = align(this.position, boundary);
  }
  byte(): number {
    return this.at(this.position++);
  }
  uint32(): number {
    this.align(4);
    this.position += 4;
    return this.uint32At(this.position - 4);
  }
  text(length: number): string {
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.position, length);
    this.position += length + 1;
    return Buffer.from(bytes).toString('utf8');
  }
  signature(): string {
    return this.text(this.byte());
  }
  /** The value of the first type of a signature; null for a type that Keyfob has no use for. */
  value(signature: string): string | number | boolean | null {
    switch (signature[0]) {
      case 's':
      case 'o':
        return this.text(this.uint32());
      case 'g':
        return this.signature();
      case 'u':
        return this.uint32();
      case 'b':
        return this.uint32() === 1;
      case 'v':
        return this.value(this.signature());
      default:
        return null;
    }
  }
}
