import { expect, type Locator, type Page } from '@playwright/test';

/** The *Usage* screen, as a person finds things on it. */
export class UsagePage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('link', { name: 'Usage' }).click();
    await expect(this.heading()).toBeVisible();
  }

  heading(): Locator {
    return this.window.getByRole('heading', { level: 1, name: 'Usage' });
  }

  limits(service: string): Locator {
    return this.window.getByRole('region', { name: `Limits of ${service}` });
  }

  meter(service: string, name: string): Locator {
    return this.limits(service).getByRole('meter', { name });
  }

  chart(): Locator {
    return this.window.getByRole('img', { name: /^Calls per day by key/ });
  }

  async showTable(): Promise<void> {
    // The switch's own input lies under what is drawn of it.
    await this.window.getByText('Show as table').click();
    await expect(this.table()).toBeVisible();
  }

  table(): Locator {
    return this.window.getByRole('table', { name: 'Calls per day' });
  }

  /** Today's line of the table. */
  today(): Locator {
    return this.table().getByRole('row').nth(1);
  }
}
