import { describe, expect, test } from 'vitest';
import { createQuickCopy } from '../../../electron/desktop/quick-copy.ts';
import { failed, ok, type Result } from '../../../shared/domain/app-error.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { inMemoryPreferences } from '../../support/in-memory-ports.ts';
import { errorOf } from '../../support/results.ts';

const DEFAULT = 'CmdOrCtrl+Alt+K';
const OTHER = 'CmdOrCtrl+Shift+Space';

interface Arrangement {
  readonly taken?: readonly string[];
  readonly preferences?: Partial<Preferences>;
  readonly answer?: Result<{ readonly clearsAt: number }>;
}

function arrange({ taken = [], preferences: initial = {}, answer = ok({ clearsAt: 1 }) }: Arrangement = {}) {
  const registered = new Map<string, () => void>();
  const happened: string[] = [];
  const preferences = inMemoryPreferences(initial);
  const quickCopy = createQuickCopy({
    preferences,
    shortcuts: {
      register(accelerator, onPressed) {
        if (taken.includes(accelerator)) return false;
        registered.set(accelerator, onPressed);
        return true;
      },
      unregister: (accelerator) => void registered.delete(accelerator),
    },
    palette: { toggle: () => void happened.push('toggled'), hide: () => void happened.push('hidden') },
    copier: {
      copy: (id, from) => {
        happened.push(`copied ${id} from ${from}`);
        return Promise.resolve(answer);
      },
    },
    showKeyfob: () => void happened.push('shown'),
    asksDesktop: false,
  });
  return { quickCopy, registered, happened, preferences };
}

describe('the shortcut of quick copy', () => {
  test('is not taken until it is switched on', () => {
    const { quickCopy, registered, happened } = arrange();
    expect(registered.size).toBe(0);
    quickCopy.toggle();
    expect(happened).toEqual([]);
    expect(quickCopy.state()).toMatchObject({ isOn: false, isTaken: false });
  });

  test('opens the palette once it is on, and after a restart', () => {
    const { quickCopy, registered, happened, preferences } = arrange();
    expect(quickCopy.set({ isOn: true, shortcut: DEFAULT }).ok).toBe(true);
    registered.get(DEFAULT)?.();
    expect(happened).toEqual(['toggled']);
    expect(arrange({ preferences: preferences.get() }).registered.has(DEFAULT)).toBe(true);
  });

  test('is given back when it is switched off, and at the end', () => {
    const on = { isQuickCopyOn: true };
    const switched = arrange({ preferences: on });
    switched.quickCopy.set({ isOn: false, shortcut: DEFAULT });
    expect(switched.registered.size).toBe(0);
    const ended = arrange({ preferences: on });
    ended.quickCopy.stop();
    expect(ended.registered.size).toBe(0);
  });

  test('that another program has is refused, and the one before stays', () => {
    const { quickCopy, registered, preferences } = arrange({
      taken: [OTHER],
      preferences: { isQuickCopyOn: true },
    });
    expect(errorOf(quickCopy.set({ isOn: true, shortcut: OTHER })).code).toBe('shortcut-taken');
    expect([...registered.keys()]).toEqual([DEFAULT]);
    expect(preferences.get().quickCopyShortcut).toBe(DEFAULT);
  });

  test('that another program took in the meantime is said', () => {
    const { quickCopy } = arrange({ taken: [DEFAULT], preferences: { isQuickCopyOn: true } });
    expect(quickCopy.state()).toMatchObject({ isOn: true, isTaken: true });
  });

  test('can be changed, and the old one is given back', () => {
    const { quickCopy, registered } = arrange({ preferences: { isQuickCopyOn: true } });
    expect(quickCopy.set({ isOn: true, shortcut: OTHER }).ok).toBe(true);
    expect([...registered.keys()]).toEqual([OTHER]);
  });
});

describe('copying', () => {
  test('goes the copier’s way, and closes the palette', async () => {
    const { quickCopy, happened } = arrange();
    expect(await quickCopy.copy('key-1')).toEqual(ok({}));
    expect(happened).toEqual(['copied key-1 from quick-copy', 'hidden']);
  });

  test('that was refused leaves the palette open, to say why', async () => {
    const { quickCopy, happened } = arrange({ answer: failed('key-expired') });
    expect(errorOf(await quickCopy.copy('key-1')).code).toBe('key-expired');
    expect(happened).toEqual(['copied key-1 from quick-copy']);
  });
});
