import { expect, type Locator, type Page } from '@playwright/test';

/** The *Activity* screen, as a person finds things on it. */
export class ActivityPage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
    await expect(this.heading()).toBeVisible();
  }

  screen(): Locator {
    return this.window.locator('[data-screen="activity"]');
  }

  heading(): Locator {
    return this.window.getByRole('heading', { level: 1, name: 'Activity' });
  }

  /** The newest is the first. */
  items(): Locator {
    return this.window.getByRole('list', { name: 'Activity' }).getByRole('listitem');
  }

  async search(text: string): Promise<void> {
    await this.window.getByRole('searchbox', { name: 'Search activity' }).fill(text);
  }

  async export(format: 'CSV' | 'JSON'): Promise<void> {
    await this.window.getByRole('button', { name: 'Export activity' }).click();
    await this.window.getByRole('menuitem', { name: `Export as ${format}…` }).click();
  }
}
