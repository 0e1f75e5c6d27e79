import { describe, expect, test } from 'vitest';
import { drawFirstPage } from '../../../../renderer/first-page/draw-first-page.tsx';
import {
  firstPageQuestions,
  type FirstPageAnswers,
  type FirstPageOrder,
} from '../../../../shared/contract/first-page.ts';
import { aService, anApiKey } from '../../../support/builders.ts';
import { createFakeBridge } from '../../../support/fake-bridge.ts';
import type { FakeStateOptions } from '../../../support/fake-bridge-state.ts';
import { renderApp } from '../../../support/render-app.tsx';
import { holds } from '../../../support/holds.ts';

const MARKUP = `<img src=x onerror="alert(1)"></script> style="top:0"`;

async function orderOf(state: FakeStateOptions): Promise<FirstPageOrder> {
  const bridge = createFakeBridge(state);
  const answered = await Promise.all(
    firstPageQuestions.map(async ({ command, input }) => {
      const result = await bridge.invoke(command, input);
      if (!result.ok) throw new Error(`${command} was refused`);
      return [command, result.value] as const;
    }),
  );
  // Each answer stands beside its command.
  const answers = Object.fromEntries(answered) as unknown as FirstPageAnswers;
  return { answers, languages: navigator.languages, height: 800 };
}

/** What the markup says, in the order in which it stands there. */
function textOf(markup: string): string {
  const place = document.createElement('div');
  place.innerHTML = markup;
  return place.textContent;
}

const states: Readonly<Record<string, FakeStateOptions>> = {
  'a key of each kind': {
    keys: [
      anApiKey({ id: 'a', name: MARKUP, isDefault: true, isReadOnly: true }),
      anApiKey({ id: 'b', name: 'Old', isDisabled: true, extraOrigins: ['https://b.example'] }),
    ],
    services: [aService()],
  },
  'no key': { keys: [], environmentKeys: { SOME_API_KEY: 'x' } },
  'the keychain cannot be had': {
    keys: [anApiKey()],
    vault: { kind: 'unreadable', reason: 'keychain-locked', message: 'It is locked.', remedy: 'Unlock it.' },
  },
  'memory is the holder': { keys: [anApiKey()], vault: { kind: 'unlocked', holder: 'memory' } },
  'a light theme and profiles': {
    keys: [anApiKey()],
    preferences: { theme: 'light', isRecoveryKitOffered: true },
  },
};

describe('the page that is drawn', () => {
  test.each(Object.entries(states))('says what the window says: %s', async (_name, state) => {
    const { markup } = drawFirstPage(await orderOf(state));
    const said = textOf(markup);
    await renderApp(state);
    const root = document.body.querySelector('div');
    expect(said).toBe(root?.textContent);
  });

  test('takes a name for a text', holds('bridge.first-page-text'), async () => {
    const { markup } = drawFirstPage(await orderOf(states['a key of each kind'] ?? {}));
    const place = document.createElement('div');
    place.innerHTML = markup;
    expect(place.querySelectorAll('img, script, [style], [onerror]')).toHaveLength(0);
    expect(place.querySelector('[title^="<img"]')?.textContent).toBe(MARKUP);
  });

  test('speaks the language of the preferences, else the first of the page’s that it knows', async () => {
    const order = await orderOf({ keys: [anApiKey()] });
    const preferences = order.answers['preferences.get'];
    const german = { ...order.answers, 'preferences.get': { ...preferences, language: 'de' as const } };
    expect(drawFirstPage({ ...order, answers: german }).language).toBe('de');
    expect(textOf(drawFirstPage({ ...order, answers: german }).markup)).toContain('Zuletzt');
    expect(drawFirstPage({ ...order, languages: ['fr-FR', 'de-AT', 'en'] }).language).toBe('de');
    expect(drawFirstPage({ ...order, languages: ['fr-FR'] }).language).toBe('en');
  });

  test('draws the rows that are in view, and no more', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => anApiKey({ id: `key-${String(index)}` }));
    const order = await orderOf({ keys });
    const rowsAt = (height: number) =>
      drawFirstPage({ ...order, height }).markup.match(/data-index=/g)?.length ?? 0;
    expect(rowsAt(600)).toBe(8);
    expect(rowsAt(1_400)).toBe(27);
  });
});
