import type { StreamEvent } from '../../shared/domain/stream-event.ts';
import type { Publish } from '../keys/publish.ts';
import type { Clock } from '../ports/clock.ts';
import { declaredCharset } from './body-preview.ts';
import type { BodyTap } from './read-body.ts';
import type { Redactor } from './redactor.ts';

export interface TextFeed extends BodyTap {
  /** Tells the window no more. */
  end(): void;
}

export interface TextFeedOptions {
  /** Of the exchange. */
  readonly id: string;
  readonly contentType: string;
  readonly redactor: Pick<Redactor, 'maskBytes' | 'overlap'>;
  readonly clock: Clock;
  readonly publish: Publish;
}

/** What is there sooner is waited for. */
const FIRST_AFTER_MS = 1_000;
const INTERVAL_MS = 200;
/** Of what comes between two messages, the newest is told. */
const TOLD_BYTES = 64 * 1024;
const TOLD_LINES = 200;
/** What has no line break by then is told in pieces. */
const LINE_BYTES = 4 * 1024;
const LINE_FEED = 10;

/**
 * Tells the window of the lines of a text while it comes, masked; a text that is there soon is not told of. A line is told when its end has
 * come, and is masked together with what came before it, so that a key over several lines is masked from where it is recognised.
 */
export function createTextFeed({ id, contentType, redactor, clock, publish }: TextFeedOptions): TextFeed {
  const decoder = new TextDecoder(declaredCharset(contentType) ?? 'utf-8');
  const startedAt = clock.now();
  const newest = new NewestBytes();
  let count = 0;
  let isOver = false;
  let unschedule: (() => void) | null = null;

  const tell = (): void => {
    unschedule = null;
    const overlap = redactor.overlap();
    const bytes = newest.bytes(overlap);
    const { told, hasGap } = newest;
    const end = endOfTold(bytes, told, overlap);
    if (end <= told) return;
    // With what stays back: of a key that lies across the end neither part is told. The bytes stay as they came.
    const masked = redactor.maskBytes(bytes).bytes.subarray(told, end);
    newest.tellUntil(end);
    const text = decoder.decode(masked, { stream: true });
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const shown = lines.slice(-TOLD_LINES);
    const isCut = hasGap || shown.length < lines.length;
    const afterMs = Math.max(0, clock.now() - startedAt);
    const events = shown.map((data, index): StreamEvent => {
      count += 1;
      // The first stands after what was left out.
      return { number: count, afterMs, name: '', id: '', data, isCut: isCut && index === 0 };
    });
    publish('requests.streamed', { id, kind: 'text', events, count });
  };
  return {
    write(chunk) {
      if (isOver) return undefined;
      newest.add(chunk, redactor.overlap());
      unschedule ??= clock.schedule(tell, Math.max(INTERVAL_MS, startedAt + FIRST_AFTER_MS - clock.now()));
      return undefined;
    },
    end() {
      isOver = true;
      unschedule?.();
      newest.clear();
    },
  };
}

/** The newest bytes of a stream in one piece of memory, and how many of them were told. */
class NewestBytes {
  #buffer = Buffer.alloc(0);
  #used = 0;
  /** At the front: what comes after is masked together with it, and it is not told again. */
  told = 0;
  /** Whether something was dropped that was not told. */
  hasGap = false;

  add(chunk: Uint8Array, overlap: number): void {
    const kept = TOLD_BYTES + overlap;
    const part = chunk.subarray(-kept);
    if (part.length < chunk.length) {
      this.#used = 0;
      this.#beginAfterGap(overlap);
    } else if (this.#used + part.length > 4 * kept) this.#keepNewest(overlap);
    const needed = this.#used + part.length;
    if (needed > this.#buffer.length) {
      const grown = Buffer.alloc(Math.max(needed, Math.min(this.#buffer.length * 2, 4 * kept), 1024));
      grown.set(this.#buffer.subarray(0, this.#used));
      this.#buffer = grown;
    }
    this.#buffer.set(part, this.#used);
    this.#used = needed;
  }

  /** No more than may be told at once, with what it is masked together with before it. */
  bytes(overlap: number): Buffer {
    this.#keepNewest(overlap);
    return this.#buffer.subarray(0, this.#used);
  }

  tellUntil(end: number): void {
    this.told = end;
    this.hasGap = false;
  }

  clear(): void {
    this.#buffer = Buffer.alloc(0);
    this.#used = 0;
  }

  #keepNewest(overlap: number): void {
    const most = TOLD_BYTES + overlap;
    this.#drop(Math.max(0, this.told - overlap, this.#used - most), overlap);
  }

  /** Takes `count` bytes from the front. */
  #drop(count: number, overlap: number): void {
    this.#buffer.copyWithin(0, count, this.#used);
    this.#used -= count;
    if (count > this.told) this.#beginAfterGap(overlap);
    else this.told -= count;
  }

  /** The first bytes after what was dropped are not told: they may be the end of a key. */
  #beginAfterGap(overlap: number): void {
    this.hasGap = true;
    this.told = overlap;
  }
}

/** The end of the last whole line, or of what is too long to be waited for; of that, what could be a part of a key stays back. */
function endOfTold(bytes: Buffer, told: number, overlap: number): number {
  const end = bytes.lastIndexOf(LINE_FEED) + 1;
  return bytes.length - Math.max(end, told) > LINE_BYTES + overlap ? bytes.length - overlap : end;
}
