import { expect, type Locator, type Page } from '@playwright/test';

/** The tree of collections on *Requests*, and the tabs of what is open. */
export class CollectionsPane {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  row(name: string): Locator {
    return this.window.getByRole('treegrid', { name: 'Collections' }).getByRole('row', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.window
      .getByRole('tablist', { name: 'Open requests' })
      .getByRole('tab', { name, exact: true });
  }

  async create(name: string): Promise<void> {
    await this.window.getByRole('button', { name: 'New collection' }).click();
    await this.window.getByRole('dialog', { name: 'New collection' }).getByLabel('Name').fill(name);
    await this.window.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(this.row(name)).toBeFocused();
  }

  async choose(row: string, action: string): Promise<void> {
    await this.row(row).hover();
    await this.window.getByRole('button', { name: `More actions for ${row}`, exact: true }).click();
    await this.window.getByRole('menuitem', { name: action, exact: true }).click();
  }

  /** Types the name of the row that was just made. */
  async typeName(name: string): Promise<void> {
    await expect(this.window.getByRole('textbox', { name: /^New name of/ })).toBeFocused();
    await this.window.keyboard.type(name);
    await this.window.keyboard.press('Enter');
    await expect(this.row(name)).toBeFocused();
  }

  /** The names under a collection or a folder, as its file has them: `Folder/Request`. */
  static namesIn(document: unknown): readonly string[] {
    const items = itemsOf(document);
    return items.flatMap((item) => {
      const name = String(Reflect.get(item, 'name'));
      const below = Reflect.get(item, 'item') === undefined ? null : CollectionsPane.namesIn(item);
      return below === null ? [name] : [`${name}/`, ...below.map((each) => `${name}/${each}`)];
    });
  }
}

function itemsOf(document: unknown): readonly object[] {
  if (typeof document !== 'object' || document === null) return [];
  const items: unknown = Reflect.get(document, 'item');
  return Array.isArray(items) ? items.filter((item): item is object => typeof item === 'object') : [];
}
