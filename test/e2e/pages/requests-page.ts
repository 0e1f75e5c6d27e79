import { expect, type Locator, type Page } from '@playwright/test';

/** The *Requests* screen, as a person finds things on it. */
export class RequestsPage {
  readonly window: Page;

  constructor(window: Page) {
    this.window = window;
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('link', { name: 'Requests' }).click();
    await expect(this.url()).toBeVisible();
  }

  url(): Locator {
    return this.window.getByRole('textbox', { name: 'URL', exact: true });
  }

  response(): Locator {
    return this.window.getByRole('region', { name: 'Response', exact: true });
  }

  async send(): Promise<void> {
    await this.window.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(this.window.getByRole('button', { name: 'Cancel', exact: true })).toBeHidden();
  }

  /** Types a URL and sends it with GET. */
  async get(url: string): Promise<void> {
    await this.url().fill(url);
    await this.send();
  }

  async expectStatus(status: number): Promise<void> {
    await expect(
      this.response()
        .getByText(new RegExp(`^${String(status)}\\b`))
        .first(),
    ).toBeVisible();
  }

  async openTimeline(): Promise<Locator> {
    await this.response().getByRole('tab', { name: 'Timeline' }).click();
    return this.response().getByRole('tabpanel', { name: 'Timeline' });
  }

  async openTab(name: 'Params' | 'Headers' | 'Body' | 'Auth' | 'Keep' | 'Settings'): Promise<void> {
    await this.window
      .getByRole('tab', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
}
