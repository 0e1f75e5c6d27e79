import { expect, type Locator, type Page } from '@playwright/test';

/** The *Team keys* screen, as a person finds things on it. */
export class TeamPage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('link', { name: 'Team keys' }).click();
    await expect(
      this.window.getByRole('heading', { name: 'Team keys', exact: true, level: 1 }),
    ).toBeVisible();
  }

  table(): Locator {
    return this.window.getByRole('grid', { name: 'Team keys' });
  }

  row(name: string): Locator {
    return this.table()
      .getByRole('row')
      .filter({ has: this.window.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
  }

  /** The names of the rows in view, from the top. */
  async names(): Promise<string[]> {
    const labels = await this.table()
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
    return labels.map((label) => label.replace(/^Select /, ''));
  }

  async addMember(name: string, email: string): Promise<void> {
    await this.window.getByRole('button', { name: 'Add member' }).click();
    const dialog = this.window.getByRole('dialog', { name: 'Add member' });
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByLabel('E-mail', { exact: true }).fill(email);
    await dialog.getByRole('button', { name: 'Add member' }).click();
    await expect(dialog).toBeHidden();
  }

  member(name: string): Locator {
    return this.window.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: name });
  }

  /** Issues a key and returns the value that is shown this once; the dialog stays open. */
  async issue(member: string, name: string): Promise<string> {
    await this.window.getByRole('button', { name: 'Issue API Key' }).click();
    const dialog = this.window.getByRole('dialog', { name: 'Issue API Key' });
    await dialog.getByRole('button', { name: /Member/ }).click();
    await this.window.getByRole('option', { name: member }).click();
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByRole('button', { name: 'Issue API Key' }).click();
    const field = this.handOver().getByLabel('API key', { exact: true });
    await expect(field).not.toHaveValue('');
    return await field.inputValue();
  }

  handOver(): Locator {
    return this.window.getByRole('dialog', { name: /^Copy / });
  }

  async closeHandOver(): Promise<void> {
    await this.handOver().getByRole('button', { name: 'Close' }).click();
    await expect(this.handOver()).toBeHidden();
  }

  search(): Locator {
    return this.window.getByRole('searchbox', { name: 'Search team keys' });
  }

  async choose(label: 'State' | 'Creator' | 'Service' | 'Sort', option: string): Promise<void> {
    await this.window
      .getByRole('search')
      .getByRole('button', { name: new RegExp(label) })
      .click();
    await this.window.getByRole('option', { name: option, exact: true }).click();
  }

  async select(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.row(name).focus();
      await this.window.keyboard.press('Space');
      await expect(this.row(name).getByRole('checkbox')).toBeChecked();
    }
  }

  selection(): Locator {
    return this.window.getByRole('group', { name: 'Selected keys' });
  }

  /** Confirms the question; it must name this many keys. */
  async confirmRevoke(count: string, reason: string): Promise<void> {
    const question = this.window.getByRole('alertdialog', { name: `Revoke ${count}?` });
    await question.getByText(reason, { exact: true }).click();
    await question.getByRole('button', { name: `Revoke ${count}` }).click();
    await expect(question).toBeHidden();
  }
}
