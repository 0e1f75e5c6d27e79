import { expect, type Locator, type Page } from '@playwright/test';

/** The *Runs* screen, as a person finds things on it. */
export class RunsPage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('link', { name: 'Runs' }).click();
    await expect(this.window.getByRole('heading', { level: 1, name: 'Runs' })).toBeVisible();
  }

  form(): Locator {
    return this.window.getByRole('form', { name: 'Set up a run' });
  }

  async chooseCollection(name: string): Promise<void> {
    await this.form()
      .getByRole('button', { name: /Collection$/ })
      .click();
    await this.window.getByRole('option', { name }).click();
  }

  async chooseEnvironment(name: string): Promise<void> {
    await this.form()
      .getByRole('button', { name: /Environment$/ })
      .click();
    await this.window.getByRole('option', { name, exact: true }).click();
  }

  /** As from the system's dialog. */
  async chooseDataFile(name: string, text: string): Promise<void> {
    const [chooser] = await Promise.all([
      this.window.waitForEvent('filechooser'),
      this.form()
        .getByRole('button', { name: /^Choose a(nother)? file/ })
        .click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  /** Adds one and types it; the kind as it is called in the list. */
  async expect(kind: string, ...fields: readonly string[]): Promise<void> {
    await this.form().getByRole('button', { name: 'Add expectation' }).click();
    const row = this.form().getByRole('list', { name: 'Expectations' }).getByRole('listitem').last();
    await row.getByRole('button', { name: /Kind of expectation/ }).click();
    await this.window.getByRole('option', { name: kind, exact: true }).click();
    for (const [index, text] of fields.entries()) await row.getByRole('textbox').nth(index).fill(text);
  }

  /** The rows of the list that says which requests are sent. */
  sequence(): Locator {
    return this.form().getByRole('treegrid', { name: 'Requests to send' }).getByRole('row');
  }

  async expectSequence(names: readonly string[]): Promise<void> {
    await expect(this.sequence()).toHaveCount(names.length);
    for (const [index, name] of names.entries())
      await expect(this.sequence().nth(index)).toHaveAccessibleName(name);
  }

  async start(): Promise<void> {
    await this.form()
      .getByRole('button', { name: /^Start run/ })
      .click();
  }

  numbers(): Locator {
    return this.window.getByLabel('Numbers of the run');
  }

  /** The requests that are shown, without the head. */
  rows(): Locator {
    return this.window.getByRole('grid', { name: 'Requests of the run' }).locator('[role=row][data-index]');
  }

  async show(filter: string): Promise<void> {
    await this.window.getByRole('radio', { name: new RegExp(`^${filter} `) }).press('Space');
  }

  async expectEnded(): Promise<void> {
    await expect(this.window.getByRole('button', { name: 'Run again' })).toBeVisible();
  }

  async export(format: RegExp): Promise<void> {
    await this.window.getByRole('button', { name: 'Export', exact: true }).click();
    await this.window.getByRole('menuitem', { name: format }).click();
  }

  list(): Locator {
    return this.window.getByRole('listbox', { name: 'Runs' });
  }
}
