/** Bytes of a text that may be Base64, plain or for URLs, and where it begins. */
export interface Base64Reader {
  /** Begins a new file, or what stands in one from `offset` on, which is 0 when it is left out. */
  start(offset?: number): void;
  push(piece: Uint8Array): void;
  /** What is left of the file. */
  end(): void;
}

/** Told what each such text stands for, in order and in pieces. */
export interface DecodedBytes {
  /** `offset`: of its first character, in bytes from the file's start. */
  begin(offset: number): void;
  push(bytes: Uint8Array): void;
  end(): void;
}

/** A shorter text stands for fewer bytes than any key has that is told by its value; so short are many words. */
const LEAST_CHARACTERS = 24;
/** A line at least so long goes on in the next one, as in mails and in PEM files. */
const WRAPPED_CHARACTERS = 60;
/** Held at a time: a whole number of the four characters that stand for three bytes. */
const MOST_HELD = 16 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const IS_BASE64 = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  IS_BASE64[character.charCodeAt(0)] = 1;

/**
 * Reads every run of the characters of Base64 in bytes that come in pieces of any size, as what it would stand for. Most runs are words
 * and stand for nothing; that is for the reader of the bytes to see.
 */
export function createBase64Reader(decoded: DecodedBytes): Base64Reader {
  const run = createRun(decoded);
  let offset = 0;
  let inLine = 0;
  /** Whether the run goes on behind this byte, which is none of its own. */
  const goesOn = (byte: number): boolean => {
    if (inLine < WRAPPED_CHARACTERS) return false;
    if (byte === LINE_FEED) inLine = 0;
    return byte === LINE_FEED || byte === CARRIAGE_RETURN;
  };
  return {
    start(from = 0) {
      run.drop();
      offset = from;
      inLine = 0;
    },
    push(piece) {
      for (let at = 0; at < piece.length; at += 1) {
        if (!run.isOpen()) {
          at = nextRun(piece, at);
          if (at === piece.length) break;
          run.open(offset + at);
          inLine = 0;
        }
        const to = endOf(piece, at);
        run.take(piece.subarray(at, to));
        inLine += to - at;
        at = to;
        if (at < piece.length && !goesOn(piece[at] ?? 0)) run.close();
      }
      offset += piece.length;
    },
    end() {
      run.close();
    },
  };
}

/** The characters of one run, decoded as soon as there are many. */
function createRun(decoded: DecodedBytes) {
  const held = Buffer.alloc(MOST_HELD);
  let count = 0;
  let startedAt: number | null = null;
  let isTold = false;
  const flush = (): void => {
    if (!isTold) decoded.begin(startedAt ?? 0);
    isTold = true;
    decoded.push(Buffer.from(held.toString('latin1', 0, count), 'base64'));
    count = 0;
  };
  const drop = (): void => {
    startedAt = null;
    count = 0;
    isTold = false;
  };
  return {
    isOpen: () => startedAt !== null,
    open(at: number): void {
      startedAt = at;
    },
    take(characters: Uint8Array): void {
      for (let at = 0; at < characters.length;) {
        const some = characters.subarray(at, at + MOST_HELD - count);
        held.set(some, count);
        count += some.length;
        at += some.length;
        if (count === MOST_HELD) flush();
      }
    },
    close(): void {
      if (isTold || count >= LEAST_CHARACTERS) {
        flush();
        decoded.end();
      }
      drop();
    },
    drop,
  };
}

/**
 * Where the next run begins that is long enough, or may be as it reaches the piece's end; else the piece's end. A run that is long
 * enough holds every so manyth byte, so that most of a text of words is not looked at: every byte of every file passes through here.
 */
function nextRun(piece: Uint8Array, from: number): number {
  let at = from;
  for (let probe = at + LEAST_CHARACTERS - 1; probe < piece.length; probe = at + LEAST_CHARACTERS - 1) {
    if (IS_BASE64[piece[probe] ?? 0] !== 1) {
      at = probe + 1;
      continue;
    }
    let start = probe;
    while (start > at && IS_BASE64[piece[start - 1] ?? 0] === 1) start -= 1;
    const to = endOf(piece, probe + 1);
    if (to - start >= LEAST_CHARACTERS || to === piece.length) return start;
    at = to;
  }
  let start = piece.length;
  while (start > at && IS_BASE64[piece[start - 1] ?? 0] === 1) start -= 1;
  return start;
}

/** Where the bytes from `from` on are no longer of the alphabet. */
function endOf(piece: Uint8Array, from: number): number {
  let at = from;
  while (at < piece.length && IS_BASE64[piece[at] ?? 0] === 1) at += 1;
  return at;
}
