import { expect, type Locator, type Page } from '@playwright/test';

/** The *Exposed keys* screen, as a person finds things on it. */
export class ExposedPage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('link', { name: 'Exposed keys' }).click();
    await expect(this.window.getByRole('heading', { level: 1, name: 'Exposed keys' })).toBeVisible();
  }

  screen(): Locator {
    return this.window.locator('[data-screen="exposed-keys"]');
  }

  /** `Scan a folder…`, `Scan a file…` or `Scan again`; the dialog's answer is queued before. */
  async scan(button: 'Scan a folder…' | 'Scan a file…' | 'Scan again'): Promise<void> {
    await this.screen().getByRole('button', { name: button }).click();
  }

  /** What the finished scan says in a line. */
  summary(): Locator {
    return this.screen().getByRole('status').filter({ hasText: / in / });
  }

  rows(): Locator {
    return this.window.getByRole('list', { name: 'Found keys' }).getByRole('listitem');
  }

  row(text: string | RegExp): Locator {
    return this.rows().filter({ hasText: text });
  }
}
