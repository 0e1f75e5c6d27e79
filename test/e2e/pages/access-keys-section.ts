import { expect, type Locator, type Page } from '@playwright/test';

/** The section *Collection access keys* of the start page. */
export class AccessKeysSection {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  section(): Locator {
    return this.window.getByRole('region', { name: 'Collection access keys' });
  }

  row(collection: string): Locator {
    return this.section().getByRole('row').filter({ hasText: collection });
  }

  reveal(): Locator {
    return this.window.getByRole('dialog', { name: 'Copy your access URL' });
  }

  /** The names of what can be shared. */
  async collections(): Promise<string[]> {
    const listed = await this.window.evaluate(() => window.keyfob.invoke('accessKeys.listCollections', {}));
    return listed.ok ? listed.value.map(({ name }) => name) : [];
  }

  /** Returns the URL that is shown this once; the dialog stays open. */
  async share(collection: string): Promise<string> {
    await this.section().getByRole('button', { name: 'Share a collection' }).click();
    const dialog = this.window.getByRole('dialog', { name: 'Share a collection' });
    await dialog.getByRole('button', { name: /Collection/ }).click();
    await this.window.getByRole('option', { name: collection, exact: true }).click();
    await dialog.getByRole('button', { name: 'Share', exact: true }).click();
    const field = this.reveal().getByLabel('Access URL', { exact: true });
    await expect(field).not.toHaveValue('');
    return await field.inputValue();
  }

  async closeReveal(): Promise<void> {
    await this.reveal().getByRole('button', { name: 'Close' }).click();
    await expect(this.reveal()).toBeHidden();
  }

  async delete(collection: string): Promise<void> {
    await this.row(collection).getByRole('button', { name: 'Delete' }).click();
    await this.window
      .getByRole('alertdialog', { name: `Delete the access key to “${collection}”?` })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(this.row(collection)).toHaveCount(0);
  }
}
