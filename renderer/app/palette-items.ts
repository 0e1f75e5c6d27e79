import type { ApiKey } from '../../shared/domain/api-key.ts';
import { requestsIn, type Collection } from '../../shared/domain/collection.ts';
import type { Screen } from '../../shared/domain/preferences.ts';
import type { ShapeOf } from '../../shared/texts/define-texts.ts';
import type { shellTexts } from '../../shared/texts/en/shell.ts';
import { screens } from './screens.ts';

/** What choosing an item of the palette does. */
export type PaletteAction =
  | { readonly kind: 'show-screen'; readonly screen: Screen }
  | { readonly kind: 'generate-key' }
  | { readonly kind: 'add-key' }
  | { readonly kind: 'new-request' }
  | { readonly kind: 'set-up-run'; readonly collectionId: string; readonly folderId: string | null }
  | { readonly kind: 'lock' }
  | { readonly kind: 'show-shortcuts' }
  | { readonly kind: 'scan-folder' }
  | { readonly kind: 'copy-key'; readonly apiKeyId: string }
  | { readonly kind: 'show-key'; readonly apiKeyId: string }
  | { readonly kind: 'open-request'; readonly collectionId: string; readonly requestId: string }
  | { readonly kind: 'set-theme'; readonly theme: 'system' | 'light' | 'dark' };

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name; empty for none. */
  readonly hint: string;
  readonly action: PaletteAction;
}

export interface PaletteSection {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

type PaletteTexts = Pick<ShapeOf<typeof shellTexts>, 'screens' | 'palette'>;

interface PaletteSources {
  readonly keys: readonly ApiKey[];
  readonly collections: readonly Collection[];
  readonly texts: PaletteTexts;
}

/** At most so many of one kind; the person types one more letter for the rest. */
export const MOST_PER_SECTION = 9;

function normalised(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

function screenItems({ screens: names, palette }: PaletteTexts): PaletteItem[] {
  return screens.map(({ id }) => ({
    id: `screen:${id}`,
    label: palette.goTo(names[id]),
    hint: '',
    action: { kind: 'show-screen', screen: id },
  }));
}

function actionItems({ palette }: PaletteTexts): PaletteItem[] {
  const item = (label: string, action: PaletteAction): PaletteItem => ({
    id: `action:${label}`,
    label,
    hint: '',
    action,
  });
  return [
    item(palette.generateKey, { kind: 'generate-key' }),
    item(palette.addKey, { kind: 'add-key' }),
    item(palette.newRequest, { kind: 'new-request' }),
    item(palette.lock, { kind: 'lock' }),
    item(palette.shortcuts, { kind: 'show-shortcuts' }),
    item(palette.scanFolder, { kind: 'scan-folder' }),
    item(palette.lightTheme, { kind: 'set-theme', theme: 'light' }),
    item(palette.darkTheme, { kind: 'set-theme', theme: 'dark' }),
    item(palette.systemTheme, { kind: 'set-theme', theme: 'system' }),
  ];
}

/** The default keys and those used last come first. */
function keyItems(keys: readonly ApiKey[], { palette }: PaletteTexts): PaletteItem[] {
  const ordered = keys.toSorted(
    (a, b) => Number(b.isDefault) - Number(a.isDefault) || (b.lastUsed?.at ?? 0) - (a.lastUsed?.at ?? 0),
  );
  return ordered.flatMap(({ id, name, mask }) => [
    { id: `copy:${id}`, label: palette.copy(name), hint: mask, action: { kind: 'copy-key', apiKeyId: id } },
    { id: `show:${id}`, label: palette.show(name), hint: mask, action: { kind: 'show-key', apiKeyId: id } },
  ]);
}

function requestItems(collections: readonly Collection[]): PaletteItem[] {
  return collections.flatMap((collection) =>
    requestsIn(collection.items).map(({ request, path }) => ({
      id: `request:${collection.id}:${request.id}`,
      label: request.name,
      hint: [collection.name, ...path].join(' › '),
      action: { kind: 'open-request' as const, collectionId: collection.id, requestId: request.id },
    })),
  );
}

function runItems(collections: readonly Collection[], { palette }: PaletteTexts): PaletteItem[] {
  return collections.map(({ id, name }) => ({
    id: `run:${id}`,
    label: palette.run(name),
    hint: '',
    action: { kind: 'set-up-run', collectionId: id, folderId: null },
  }));
}

interface IndexedItem {
  readonly item: PaletteItem;
  /** What a query is looked for in. */
  readonly text: string;
}

export type PaletteIndex = readonly { readonly title: string; readonly items: readonly IndexedItem[] }[];

/** Everything that the palette can list, ready to be searched. Made once for as long as nothing of it changes. */
export function paletteIndex({ keys, collections, texts }: PaletteSources): PaletteIndex {
  const section = (title: string, items: readonly PaletteItem[]) => ({
    title,
    items: items.map((item) => ({ item, text: normalised(`${item.label} ${item.hint}`) })),
  });
  const { sections } = texts.palette;
  return [
    section(sections.screens, screenItems(texts)),
    section(sections.actions, [...actionItems(texts), ...runItems(collections, texts)]),
    section(sections.keys, keyItems(keys, texts)),
    section(sections.requests, requestItems(collections)),
  ];
}

/** What the palette lists for what was typed: items that hold every word; accents and case do not matter. A few of each kind. */
export function paletteSections(query: string, index: PaletteIndex): readonly PaletteSection[] {
  const words = normalised(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return index
    .map(({ title, items }) => ({ title, items: firstMatches(items, words) }))
    .filter(({ items }) => items.length > 0);
}

function firstMatches(items: readonly IndexedItem[], words: readonly string[]): readonly PaletteItem[] {
  const found: PaletteItem[] = [];
  for (const { item, text } of items) {
    if (found.length === MOST_PER_SECTION) break;
    if (words.every((word) => text.includes(word))) found.push(item);
  }
  return found;
}
