import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPreferenceFile, type KeyValueFile } from '../../../electron/adapters/preference-file.ts';
import { createPreferences } from '../../../electron/adapters/preferences.ts';
import { PreferenceWriteError } from '../../../electron/ports/preference-store.ts';
import { preferencesSchema } from '../../../shared/domain/preferences.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';

const defaults = preferencesSchema.parse({});

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyfob-preferences-'));
  path = join(folder, 'preferences.json');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The library that electron-store is a layer of, opened as the adapter opens it. */
function openLibrary(): KeyValueFile {
  return new Conf({
    cwd: folder,
    configName: 'preferences',
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
  });
}

function open(openFile: () => KeyValueFile = openLibrary) {
  const logger = recordingLogger();
  const file = openPreferenceFile({ path, open: openFile, logger, now: () => 1234 });
  return { preferences: createPreferences(file), logger };
}

describe('preferences', () => {
  test(
    'start with the defaults and are kept over a restart, readable by nobody else',
    holds('confinement.permissions'),
    () => {
      const { preferences } = open();
      expect(preferences.get()).toEqual(defaults);
      expect(preferences.set({ theme: 'dark' })).toEqual({ ...defaults, theme: 'dark' });
      expect(open().preferences.get()).toEqual({ ...defaults, theme: 'dark' });
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readdirSync(folder)).toEqual(['preferences.json']);
    },
  );

  test('are not changed by fields of a patch that are undefined', () => {
    const { preferences } = open();
    preferences.set({ closeToTray: false });
    preferences.set({ closeToTray: undefined, theme: 'light' });
    expect(preferences.get()).toEqual({ ...defaults, closeToTray: false, theme: 'light' });
  });

  test('keep the window’s place beside them', () => {
    const { preferences } = open();
    const placement = { x: -1000, y: 20, width: 900, height: 700, isMaximized: true };
    expect(preferences.getPlacement()).toBeNull();
    preferences.setPlacement(placement);
    preferences.set({ theme: 'dark' });
    expect(open().preferences.getPlacement()).toEqual(placement);
    expect(open().preferences.get().theme).toBe('dark');
  });

  test.each([
    '',
    '{',
    'null',
    '[1]',
    '"text"',
    '7',
    '{"preferences": {"theme": "dark"}',
    '\0\0\0\0',
    '\ufeff{',
  ])(
    'with a file that holds %j start with the defaults; the file is set aside, and the log says so',
    holds('storage.preferences'),
    async (text) => {
      await writeFile(path, text);
      const { preferences, logger } = open();
      expect(preferences.get()).toEqual(defaults);
      expect(readFileSync(`${path}.damaged-1234`, 'utf8')).toBe(text);
      expect(logger.lines.map(({ level }) => level)).toEqual(['warn']);
      preferences.set({ theme: 'dark' });
      expect(open().preferences.get().theme).toBe('dark');
      expect(readFileSync(`${path}.damaged-1234`, 'utf8')).toBe(text);
    },
  );

  test('with a file that is a folder last until Keyfob quits, and say that they cannot be kept', async () => {
    await rm(path, { force: true });
    const { preferences } = open(() => {
      throw new Error('EISDIR');
    });
    expect(preferences.get()).toEqual(defaults);
    expect(() => preferences.set({ theme: 'dark' })).toThrow(PreferenceWriteError);
    expect(preferences.get()).toEqual(defaults);
  });

  test('lose only the values that are not valid', async () => {
    const stored = {
      theme: 'neon',
      closeToTray: false,
      clipboardClearSeconds: 1e9,
      unknown: 1,
      __proto__: null,
    };
    await writeFile(path, JSON.stringify({ preferences: stored, window: { x: 'a' } }));
    const { preferences } = open();
    expect(preferences.get()).toEqual({ ...defaults, closeToTray: false });
    expect(preferences.getPlacement()).toBeNull();
  });

  test.each(['null', '[]', '7', '"text"'])('take %s in place of the preferences for none', async (stored) => {
    await writeFile(path, `{"preferences":${stored}}`);
    expect(open().preferences.get()).toEqual(defaults);
  });
});

describe('a disk that refuses', () => {
  /** Writes as the library does, but what reaches the disk is cut short. */
  function shortWriting(): KeyValueFile {
    const file = openLibrary();
    let isFull = false;
    return {
      get store() {
        return file.store;
      },
      set store(value) {
        if (isFull) {
          // What a rename over the good file leaves behind when the write was short.
          writeShort(JSON.stringify(value));
          return;
        }
        file.store = value;
        isFull = true;
      },
    };
  }
  function writeShort(text: string): void {
    new Conf({
      cwd: folder,
      configName: 'preferences',
      serialize: () => text.slice(0, text.length / 2),
      deserialize: () => ({}),
    }).set('a', 1);
  }

  test('leaves the preferences and the file as they were, and says so', holds('storage.preferences'), () => {
    const { preferences } = open(shortWriting);
    preferences.set({ theme: 'dark' });
    expect(() => preferences.set({ theme: 'light' })).toThrow(PreferenceWriteError);
    expect(preferences.get().theme).toBe('dark');
    expect(open().preferences.get().theme).toBe('dark');
    expect(existsSync(`${path}.previous`)).toBe(false);
  });

  test('that is read-only leaves them as they were', async () => {
    const { preferences } = open();
    preferences.set({ theme: 'dark' });
    const refusing = open(() => ({
      get store() {
        return {};
      },
      set store(_value) {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    }));
    expect(() => refusing.preferences.set({ theme: 'light' })).toThrow(PreferenceWriteError);
    refusing.preferences.setPlacement({ x: 0, y: 0, width: 800, height: 600, isMaximized: false });
    expect(refusing.preferences.get().theme).toBe('dark');
    expect(refusing.preferences.getPlacement()).toBeNull();
    await chmod(folder, 0o700);
    expect(open().preferences.get().theme).toBe('dark');
  });

  test(
    'and a crash in the middle of a write lose nothing',
    holds('storage.preferences', 'storage.killed'),
    async () => {
      await writeFile(`${path}.previous`, JSON.stringify({ preferences: { theme: 'dark' } }));
      await writeFile(path, '{"preferences": {"th');
      expect(open().preferences.get().theme).toBe('dark');
    },
  );
});
