import { expect, test } from 'vitest';
import { paletteIndex, paletteSections } from '../../../../renderer/app/palette-items.ts';
import { builtInCollection } from '../../../../electron/postman/built-in-collection.ts';
import { anApiKey, START } from '../../../support/builders.ts';
import { shellTexts } from '../../../../shared/texts/en/shell.ts';
import { speakEnglish } from '../../../../shared/texts/speech.ts';

const texts = speakEnglish('en-GB').textsOf(shellTexts);

const labels = (query: string, keys = [anApiKey({ name: 'Café' })]) =>
  paletteSections(query, paletteIndex({ keys, collections: [builtInCollection('local')], texts })).flatMap(
    ({ items }) => items.map(({ label }) => label),
  );

test('finds without regard to case and accents, by every word', () => {
  expect(labels('cafe')).toEqual(['Copy Café', 'Show Café']);
  expect(labels('COPY café')).toEqual(['Copy Café']);
});

test('finds a key by the end of its mask', () => {
  expect(labels('wxyz')).toEqual(['Copy Café', 'Show Café']);
});

test('lists default keys first, then those used last', () => {
  const keys = [
    anApiKey({ id: 'a', name: 'Idle', isDefault: false }),
    anApiKey({
      id: 'b',
      name: 'Recent',
      isDefault: false,
      lastUsed: { at: START, origin: 'https://a.example' },
    }),
    anApiKey({ id: 'c', name: 'Main', isDefault: true }),
  ];
  expect(labels('copy', keys)).toEqual(['Copy Main', 'Copy Recent', 'Copy Idle']);
});

test('stays short whatever there is', () => {
  const keys = Array.from({ length: 10_000 }, (_, index) =>
    anApiKey({ id: String(index), name: `Key ${String(index)}` }),
  );
  expect(labels('', keys).length).toBeLessThan(40);
});

test('has no section without an item', () => {
  expect(paletteSections('zzzz', paletteIndex({ keys: [], collections: [], texts }))).toEqual([]);
});
