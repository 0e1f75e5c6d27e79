import { createHash } from 'node:crypto';
import type { Clipboard } from '../../electron/ports/clipboard.ts';
import type { Clock } from '../../electron/ports/clock.ts';
import type {
  Keychain,
  KeychainFailure,
  KeychainReadOptions,
  KeychainWriting,
} from '../../electron/ports/keychain.ts';
import type { ChosenFile, FileDialog, OpenQuestion } from '../../electron/ports/file-dialog.ts';
import { FileWriteError, type FileWriter } from '../../electron/ports/file-writer.ts';
import type { LoginItem } from '../../electron/ports/login-item.ts';
import type { Logger } from '../../electron/ports/logger.ts';
import type { Notifier } from '../../electron/ports/notifier.ts';
import type { PreferenceStore } from '../../electron/ports/preference-store.ts';
import type { TouchId } from '../../electron/ports/touch-id.ts';
import type { Random } from '../../electron/ports/random.ts';
import { preferencesSchema, type Preferences } from '../../shared/domain/preferences.ts';

export interface InMemoryKeychain extends Keychain {
  /** What it holds, seen from outside the app. */
  value: string | null;
  /** Set to make every call answer `unavailable`; null to heal it. */
  failure: KeychainFailure | null;
  /** Set to make calls wait for this promise first. */
  delay: Promise<unknown> | null;
  /** Set to make a write answer `written` and keep something else. */
  corruptWrites: boolean;
  readonly calls: ('read' | 'write' | 'remove')[];
  readonly reads: KeychainReadOptions[];
}

/** A keychain in memory. Change its fields to lock it, to empty it or to put another value into it. */
export function inMemoryKeychain(value: string | null = null): InMemoryKeychain {
  const answer = async (change: () => void): Promise<KeychainWriting> => {
    if (keychain.delay) await keychain.delay;
    if (keychain.failure) return { kind: 'unavailable', reason: keychain.failure };
    change();
    return { kind: 'written' };
  };
  const keychain: InMemoryKeychain = {
    value,
    failure: null,
    delay: null,
    corruptWrites: false,
    calls: [],
    reads: [],
    async read(how) {
      keychain.calls.push('read');
      keychain.reads.push(how);
      if (keychain.delay) await keychain.delay;
      if (keychain.failure) return { kind: 'unavailable', reason: keychain.failure };
      return keychain.value === null ? { kind: 'absent' } : { kind: 'found', value: keychain.value };
    },
    write(written) {
      keychain.calls.push('write');
      return answer(() => {
        keychain.value = keychain.corruptWrites ? written.slice(0, 10) : written;
      });
    },
    remove() {
      keychain.calls.push('remove');
      return answer(() => {
        keychain.value = null;
      });
    },
  };
  return keychain;
}

export interface ManualClock extends Clock {
  /** Moves time on and runs what was due, in order, each at its own time. */
  advance(ms: number): void;
  /** Sets the wall clock (also back) without running a timer, as a person or NTP does. */
  setNow(now: number): void;
  pendingTimers(): number;
}

export function manualClock(start: number = Date.UTC(2026, 0, 15, 12)): ManualClock {
  let now = start;
  let elapsed = 0;
  let timers: { readonly at: number; readonly task: () => void }[] = [];
  return {
    now: () => now,
    schedule(task, delayMs) {
      const timer = { at: elapsed + Math.max(0, delayMs), task };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = elapsed + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now += next.at - elapsed;
        elapsed = next.at;
        next.task();
      }
      now += end - elapsed;
      elapsed = end;
    },
    setNow(value) {
      now = value;
    },
    pendingTimers: () => timers.length,
  };
}

/** The same bytes for the same seed, so that a failing test fails again. */
export function seededRandom(seed = 'keyfob'): Random {
  let counter = 0;
  const bytes = (length: number): Uint8Array => {
    const blocks: Buffer[] = [];
    for (let filled = 0; filled < length; filled += 32) {
      blocks.push(
        createHash('sha256')
          .update(`${seed}:${String(counter++)}`)
          .digest(),
      );
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
  const id = (): string => {
    const hex = Buffer.from(bytes(16)).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  return { bytes, id };
}

export interface InMemoryClipboard extends Clipboard {
  /** Every format on the clipboard; `text/plain` is the text. Set it to play another program that copies. */
  formats: ReadonlyMap<string, string>;
  /** Set to make writes and clears reject. */
  isRefusing: boolean;
}

export const CONCEALED_FORMAT = 'x-test/concealed';

export function inMemoryClipboard(text = ''): InMemoryClipboard {
  const refuse = (): void => {
    if (clipboard.isRefusing) throw new Error('The clipboard refused');
  };
  const clipboard: InMemoryClipboard = {
    formats: new Map(text === '' ? [] : [['text/plain', text]]),
    isRefusing: false,
    async writeConcealed(written) {
      refuse();
      clipboard.formats = new Map([
        ['text/plain', written],
        [CONCEALED_FORMAT, 'secret'],
      ]);
      return Promise.resolve();
    },
    async writeText(written) {
      refuse();
      clipboard.formats = new Map([['text/plain', written]]);
      return Promise.resolve();
    },
    readText: () => Promise.resolve(clipboard.formats.get('text/plain') ?? ''),
    async clear() {
      refuse();
      clipboard.formats = new Map();
      return Promise.resolve();
    },
  };
  return clipboard;
}

export type Notification = Parameters<Notifier['show']>[0];

export function recordingNotifier(): Notifier & { readonly shown: Notification[] } {
  const shown: Notification[] = [];
  return { shown, show: (notification) => void shown.push(notification) };
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function recordingLogger(): Logger & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: LogLine['level']): Logger['debug'] =>
    (message, fields = {}) =>
      void lines.push({ level, message, fields });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

export function inMemoryPreferences(initial: Partial<Preferences> = {}): PreferenceStore {
  let preferences = preferencesSchema.parse(initial);
  return {
    get: () => preferences,
    set(patch) {
      preferences = preferencesSchema.parse({ ...preferences, ...patch });
      return preferences;
    },
  };
}

export interface InMemoryFiles {
  readonly fileDialog: FileDialog;
  readonly fileWriter: FileWriter;
  /** What the person does, or the disk. */
  answer: 'save' | 'cancel' | 'refuse';
  /** What the person chooses of what is there; `null` when they cancel. And what they were asked. */
  existing: ChosenFile | null;
  readonly asked: OpenQuestion[];
  /** The suggested name and the content of each file. */
  readonly saved: { readonly name: string; readonly content: string }[];
}

export function inMemoryFiles(): InMemoryFiles {
  const files: InMemoryFiles = {
    answer: 'save',
    existing: null,
    asked: [],
    saved: [],
    fileDialog: {
      chooseSaveFile: ({ suggestedName: name }) =>
        Promise.resolve(files.answer === 'cancel' ? null : { path: `/home/ada/${name}`, name }),
      chooseExisting(question) {
        files.asked.push(question);
        return Promise.resolve(files.existing);
      },
    },
    fileWriter: {
      write(path, content) {
        if (files.answer === 'refuse') return Promise.reject(new FileWriteError('full'));
        files.saved.push({ name: path, content });
        return Promise.resolve();
      },
    },
  };
  return files;
}

/** A system that starts at login what it is told to. */
export function inMemoryLoginItem(): LoginItem {
  let isOn = false;
  return { isOn: () => isOn, set: (wanted) => void (isOn = wanted) };
}

export interface InMemoryTouchId extends TouchId {
  /** What the person does when they are asked: nothing leaves the question open until `answer`. */
  does: 'confirms' | 'refuses' | 'nothing';
  readonly asked: string[];
  /** Answers the questions that are open. */
  answer(isThere: boolean): void;
}

/** A Mac with Touch ID, and somebody before it. */
export function inMemoryTouchId({ isKnown = true } = {}): InMemoryTouchId {
  let open: ((isThere: boolean) => void)[] = [];
  const touchId: InMemoryTouchId = {
    ...{ isKnown, does: 'confirms', asked: [] },
    canAsk: () => isKnown,
    ask(reason) {
      touchId.asked.push(reason);
      if (touchId.does !== 'nothing') return Promise.resolve(touchId.does === 'confirms');
      return new Promise((resolve) => open.push(resolve));
    },
    answer(isThere) {
      for (const resolve of open) resolve(isThere);
      open = [];
    },
  };
  return touchId;
}
