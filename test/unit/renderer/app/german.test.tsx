import { fireEvent, render, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { App } from '../../../../renderer/app/app.tsx';
import { screens } from '../../../../renderer/app/screens.ts';
// The screens are loaded when they are first shown; loaded here, no test waits for it.
import '../../../../renderer/app/exposed-keys-page.tsx';
import '../../../../renderer/features/activity/activity-screen.tsx';
import '../../../../renderer/features/history/history-screen.tsx';
import '../../../../renderer/features/requests/requests-screen.tsx';
import '../../../../renderer/features/runs/runs-screen.tsx';
import '../../../../renderer/features/settings/settings-screen.tsx';
import '../../../../renderer/features/team/team-screen.tsx';
import '../../../../renderer/features/usage/usage-screen.tsx';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import type { Screen } from '../../../../shared/domain/preferences.ts';
import { shellTexts } from '../../../../shared/texts/en/shell.ts';
import { speakGerman } from '../../../../shared/texts/speech.ts';
import { createFakeBridge } from '../../../support/fake-bridge.ts';
import type { FakeStateOptions } from '../../../support/fake-bridge-state.ts';
import { markedGerman, textsIn, wordsOutside } from '../../../support/marked-german.ts';
import { fullWindow } from './full-window.ts';

// Some thirty dialogs a screen: seconds, and more where others work.
vi.setConfig({ testTimeout: 60_000 });

const [locked, unreadable] = [
  { kind: 'locked', reason: 'hand', holder: 'passphrase' },
  { kind: 'unreadable', reason: 'keychain-locked', message: '', remedy: '' },
] as const;

/** Names of what the in-memory main process reads and makes. */
const MADE_BY_THE_FAKE = [
  ...['wx_', 'Sample collection', 'Sample collection.json', 'cURL', 'password', 'List'],
  ...['bash', 'zsh', 'PowerShell'],
];

async function showInGerman(options: FakeStateOptions, initialScreen: Screen) {
  const bridge = createFakeBridge({ ...options, preferences: { language: 'de' } });
  const queryClient = createQueryClient();
  render(<App {...{ bridge, queryClient, initialScreen }} german={markedGerman} />);
  const outside = wordsOutside([bridge.state, MADE_BY_THE_FAKE]);
  /** Once nothing is asked any more. */
  const settled = () =>
    waitFor(() => {
      expect(queryClient.isFetching() + queryClient.isMutating()).toBe(0);
      expect(document.querySelector('h1')).not.toBeNull();
    });
  await settled();
  return { settled, found: () => textsIn(document.body).flatMap(outside) };
}

const items = () => [...document.querySelectorAll<HTMLElement>('[role=menuitem]:not([aria-disabled])')];

/** The screen, and what each of its buttons and the items of its first menu open. */
async function lookBehindButtons(screen: Screen): Promise<readonly string[]> {
  const { settled, found } = await showInGerman(fullWindow(Date.now()), screen);
  const leftovers = new Set(found());
  const press = async (button: HTMLElement) => {
    fireEvent.click(button);
    await settled();
    for (const text of found()) leftovers.add(text);
  };
  /** Closes what was opened, and comes back from where a button led. */
  const comeBack = async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    const link = document.querySelector(`nav a[href="#${screen}"]`);
    if (link?.getAttribute('aria-current') === 'page') return;
    if (link !== null) fireEvent.click(link);
    await settled();
  };
  const next = unpressed(screen);
  let hasSeenItems = false;
  for (let button = next(); button !== undefined; button = next()) {
    await press(button);
    const count: number = hasSeenItems ? 0 : items().length;
    hasSeenItems ||= count > 0;
    for (let at = 0; at < count; at += 1) {
      if (items()[at] === undefined) fireEvent.click(button);
      const item = items()[at];
      if (item !== undefined) await press(item);
      await comeBack();
    }
    await comeBack();
  }
  return [...leftovers];
}

/** Gives the buttons of a screen, one of each name. */
function unpressed(screen: Screen): () => HTMLElement | undefined {
  const pressed = new Set<string>();
  const nameOf = (button: HTMLElement) => button.getAttribute('aria-label') ?? button.textContent;
  return () => {
    const buttons = document.querySelectorAll<HTMLElement>(
      `[data-screen="${screen}"] button:not([disabled])`,
    );
    const button = [...buttons].find((each) => !pressed.has(nameOf(each)));
    if (button !== undefined) pressed.add(nameOf(button));
    return button;
  };
}

describe('where German is spoken, nothing is said that is not from the German catalogue', () => {
  test.each(screens.map(({ id }) => id))('on the screen %s, full, and behind its buttons', async (screen) => {
    expect(await lookBehindButtons(screen)).toEqual([]);
  });

  test.each(screens.map(({ id }) => id))('on the screen %s, empty', async (screen) => {
    expect((await showInGerman({}, screen)).found()).toEqual([]);
  });

  test.each([locked, unreadable])('while the vault is $kind', async (vault) => {
    expect((await showInGerman({ vault }, 'api-keys')).found()).toEqual([]);
  });

  test('which is told from a text of the catalogue, a name and a date', () => {
    const outside = wordsOutside({ name: 'CI pipeline' });
    const text = speakGerman('de', markedGerman).textsOf(shellTexts).search;
    expect(outside(`${text} · CI pipeline, 3. März 2026`)).toEqual([]);
    expect(outside(`${text} Copied`)).toEqual(['Copied']);
    expect(outside('Not sent yet')).toEqual(['Not sent yet']);
  });
});
