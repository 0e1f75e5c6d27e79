import { expect, type Locator, type Page } from '@playwright/test';

/** The *API keys* screen, as a person finds things on it. */
export class ApiKeysPage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  heading(): Locator {
    return this.window.getByRole('heading', { name: 'API keys', exact: true, level: 1 });
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('link', { name: 'API keys' }).click();
    await expect(this.heading()).toBeVisible();
  }

  row(name: string): Locator {
    return this.window
      .getByRole('row')
      .filter({ has: this.window.getByRole('button', { name: `More actions for ${name}`, exact: true }) });
  }

  /** Fills the dialog and returns the value that is shown this once; the reveal stays open. */
  async generate(key: { name: string; service?: string; expires?: string }): Promise<string> {
    await this.window.getByRole('button', { name: 'Generate API Key' }).first().click();
    const dialog = this.window.getByRole('dialog', { name: 'Generate API Key' });
    await dialog.getByLabel('Name', { exact: true }).fill(key.name);
    if (key.service !== undefined) await this.choose(dialog, 'Service', key.service);
    if (key.expires !== undefined) await this.choose(dialog, 'Expires', key.expires);
    await dialog.getByRole('button', { name: 'Generate API Key' }).click();
    return await this.revealed();
  }

  reveal(): Locator {
    return this.window.getByRole('dialog', { name: 'Copy your API key' });
  }

  async revealed(): Promise<string> {
    const field = this.reveal().getByLabel('API key', { exact: true });
    await expect(field).not.toHaveValue('');
    return await field.inputValue();
  }

  async closeReveal(): Promise<void> {
    await this.reveal().getByRole('button', { name: 'Close' }).click();
    await expect(this.reveal()).toBeHidden();
  }

  async act(name: string, action: string): Promise<void> {
    await this.window.getByRole('button', { name: `More actions for ${name}`, exact: true }).click();
    await this.window.getByRole('menuitem', { name: action, exact: true }).click();
  }

  async rename(name: string, newName: string): Promise<void> {
    await this.act(name, 'Rename');
    const dialog = this.window.getByRole('dialog', { name: /^Rename/ });
    await dialog.getByLabel('Name', { exact: true }).fill(newName);
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await expect(this.row(newName)).toBeVisible();
  }

  /** Returns the new value; the reveal stays open. */
  async regenerate(name: string, oldKeyStops: string): Promise<string> {
    await this.act(name, 'Regenerate');
    const dialog = this.window.getByRole('dialog', { name: /^Regenerate/ });
    await dialog.getByText(oldKeyStops, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Regenerate' }).click();
    return await this.revealed();
  }

  async delete(name: string): Promise<void> {
    await this.act(name, 'Delete');
    await this.window
      .getByRole('alertdialog', { name: /^Delete/ })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(this.row(name)).toHaveCount(0);
  }

  private async choose(dialog: Locator, label: string, option: string): Promise<void> {
    await dialog.getByRole('button', { name: new RegExp(`${label}$|^${label}|${label}`) }).click();
    await this.window.getByRole('option', { name: option, exact: true }).click();
  }
}
