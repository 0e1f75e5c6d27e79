/** Turns a value into text and back, keeping what Electron's structured clone keeps. */
export interface Codec {
  /** Throws "An object could not be cloned." for what cannot cross between processes, as Electron does. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/**
 * The codec between the page and the main process. The function is also sent to the page as source text,
 * so that it refers to nothing outside itself.
 */
export function makeCodec(): Codec {
  interface Wire {
    readonly i?: number;
    readonly u?: 1;
    readonly n?: string;
    readonly b?: string;
    readonly r?: number;
    readonly a?: readonly unknown[];
    readonly o?: readonly (readonly [string, unknown])[];
    /** Of a date; also one that is none. */
    readonly d?: unknown;
    readonly x?: readonly [string, string];
    readonly m?: readonly (readonly [unknown, unknown])[];
    readonly s?: readonly unknown[];
    readonly e?: readonly [string, string, string, unknown];
    readonly t?: string;
    readonly v?: string;
  }
  type Coded = string | number | boolean | null | Record<string, unknown>;

  const uncloneable = () => new Error('An object could not be cloned.');
  const typedArrays: Record<string, (new (buffer: ArrayBuffer) => object) | undefined> = {
    ArrayBuffer: undefined,
    Uint8Array,
    Int8Array,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    Uint8ClampedArray,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const fromBase64 = (text: string): ArrayBuffer =>
    Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer;

  const encodeNumber = (value: number): Coded =>
    Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { n: Object.is(value, -0) ? '-0' : String(value) };

  const encodeObject = (value: object, seen: Map<object, number>): Coded => {
    const known = seen.get(value);
    if (known !== undefined) return { r: known };
    const i = seen.size;
    seen.set(value, i);
    const each = (item: unknown): Coded => encodeValue(item, seen);
    const kind = kindOf(value);
    if (Array.isArray(value)) return { i, a: Array.from(value, each) };
    if (value instanceof Date) return { i, d: encodeNumber(value.getTime()) };
    if (value instanceof RegExp) return { i, x: [value.source, value.flags] };
    if (value instanceof Map) return { i, m: Array.from(value, ([key, item]) => [each(key), each(item)]) };
    if (value instanceof Set) return { i, s: Array.from(value, each) };
    if (value instanceof Error) {
      return { i, e: [value.name, value.message, value.stack ?? '', each(value.cause)] };
    }
    if (value instanceof ArrayBuffer) return { i, t: kind, v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      return { i, t: kind, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    const isDomNode = typeof Node !== 'undefined' && value instanceof Node;
    if (isDomNode || !['Object', 'Arguments', 'Module'].includes(kind)) throw uncloneable();
    return { i, o: Object.entries(value).map(([key, item]) => [key, each(item)]) };
  };

  const encodeValue = (value: unknown, seen: Map<object, number>): Coded => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return { u: 1 };
    if (typeof value === 'number') return encodeNumber(value);
    if (typeof value === 'bigint') return { b: String(value) };
    if (typeof value === 'object') return encodeObject(value, seen);
    throw uncloneable();
  };

  const decodeError = (
    [name, message, stack, cause]: NonNullable<Wire['e']>,
    each: (item: unknown) => unknown,
  ): Error => {
    const error = new Error(message);
    const decodedCause = each(cause);
    if (decodedCause !== undefined) error.cause = decodedCause;
    error.name = name;
    error.stack = stack;
    return error;
  };

  const decodeValue = (coded: unknown, seen: Map<number, unknown>): unknown => {
    if (coded === null || typeof coded !== 'object') return coded;
    const { i = 0, u, n, b, r, a, o, d, x, m, s, e, t, v = '' } = coded as Wire; // What encodeValue wrote.
    const each = (item: unknown): unknown => decodeValue(item, seen);
    const keep = <Value>(value: Value): Value => {
      seen.set(i, value);
      return value;
    };
    if (u !== undefined) return undefined;
    if (n !== undefined) return Number(n);
    if (b !== undefined) return BigInt(b);
    if (r !== undefined) return seen.get(r);
    if (d !== undefined) return keep(new Date(Number(each(d))));
    if (x !== undefined) return keep(new RegExp(x[0], x[1]));
    if (e !== undefined) return keep(decodeError(e, each));
    if (t !== undefined) {
      const View = typedArrays[t];
      const buffer = fromBase64(v);
      return keep(View === undefined ? buffer : new View(buffer));
    }
    if (a !== undefined) {
      const list: unknown[] = keep([]);
      for (const item of a) list.push(each(item));
      return list;
    }
    if (m !== undefined) {
      const map = keep(new Map<unknown, unknown>());
      for (const [key, item] of m) map.set(each(key), each(item));
      return map;
    }
    if (s !== undefined) {
      const set = keep(new Set<unknown>());
      for (const item of s) set.add(each(item));
      return set;
    }
    const object = keep({});
    for (const [key, item] of o ?? []) {
      // Not an assignment: an own property named __proto__ crosses as one, as it does in Electron.
      Object.defineProperty(object, key, {
        value: each(item),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    return object;
  };

  return {
    encode: (value) => JSON.stringify(encodeValue(value, new Map())),
    decode: (text) => decodeValue(JSON.parse(text), new Map()),
  };
}
