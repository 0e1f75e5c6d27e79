import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/app/menu.ts';
import type { Destination } from '../../../electron/app/navigation.ts';
import { shortcuts } from '../../../shared/domain/shortcuts.ts';
import { englishSpeaker } from '../../support/english-speaker.ts';

function items(platform: NodeJS.Platform, isPackaged = true) {
  const visited: Destination[] = [];
  const locks: string[] = [];
  const flatten = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    template.flatMap((item) => (Array.isArray(item.submenu) ? [item, ...flatten(item.submenu)] : [item]));
  const all = flatten(
    menuTemplate({
      platform,
      isPackaged,
      goTo: (destination) => void visited.push(destination),
      texts: englishSpeaker().texts().menu,
      lock: () => void locks.push('locked'),
      zoom: (step) => void locks.push(`zoom ${step}`),
      showShortcuts: () => void locks.push('shortcuts'),
    }),
  );
  const click = (label: string): void => {
    const found = all.find((item) => item.label === label);
    // Electron passes the item, the window and the event; the template reads none of them.
    Reflect.apply(found?.click ?? (() => undefined), undefined, []);
  };
  return { all, visited, locks, click, roles: all.map(({ role }) => role) };
}

test.each(['linux', 'win32', 'darwin'] as const)(
  'leads to a new request, a new key and the settings on %s',
  (platform) => {
    const { click, visited, roles } = items(platform);
    click('New Request');
    click('Generate API Key…');
    click('Settings…');
    expect(visited).toEqual([
      { screen: 'requests', action: 'new-request' },
      { screen: 'api-keys', action: 'generate-key' },
      { screen: 'settings', action: null },
    ]);
    expect(roles).toEqual(expect.arrayContaining(['quit', 'editMenu']));
  },
);

test('makes the page larger, smaller and as large as it was', () => {
  const { click, locks } = items('linux');
  for (const label of ['Zoom In', 'Zoom Out', 'Actual Size']) click(label);
  expect(locks).toEqual(['zoom in', 'zoom out', 'zoom reset']);
});

test('has no reload and no developer tools when packaged', () => {
  expect(items('linux').roles).not.toContain('toggleDevTools');
  expect(items('linux').roles).not.toContain('reload');
  expect(items('linux', false).roles).toEqual(expect.arrayContaining(['toggleDevTools', 'reload']));
});

test('gives no two items one shortcut', () => {
  for (const platform of ['linux', 'darwin'] as const) {
    const shortcuts = items(platform).all.flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    );
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  }
});

test('takes its shortcuts from the table that the sheet shows', () => {
  const { all } = items('linux');
  const known = new Set<string>(Object.values(shortcuts).flatMap(({ keys }) => keys));
  // The key of Plus without Shift is another way to the same.
  const own = all.flatMap(({ accelerator, visible }) =>
    typeof accelerator === 'string' && visible !== false ? [accelerator] : [],
  );
  expect(own.length).toBeGreaterThan(7);
  for (const accelerator of own) expect(known).toContain(accelerator);
});

test('shows the shortcuts from the Help menu, last on every system', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const { all, click, locks } = items(platform);
    expect(all.findLast(({ submenu }) => submenu !== undefined)?.role).toBe('help');
    click('Keyboard Shortcuts');
    expect(locks).toEqual(['shortcuts']);
  }
});

test('locks Keyfob', () => {
  const { click, locks } = items('linux');
  click('Lock Keyfob');
  expect(locks).toEqual(['locked']);
});
