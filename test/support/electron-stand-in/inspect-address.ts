import { setTimeout as delay } from 'node:timers/promises';

interface Target {
  readonly type: string;
  readonly url: string;
  readonly id: string;
}

/** Prints the address at which any browser on this machine shows a headless window, through Chromium's own inspector. */
export async function sayWhereToLook(endpoint: Promise<string>): Promise<void> {
  const address = await endpoint;
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await fetch(`${address}/json`);
    const targets = (await response.json()) as readonly Target[]; // Chromium's DevTools protocol over HTTP.
    const page = targets.find((target) => target.type === 'page' && target.url.startsWith('https:'));
    if (page !== undefined) {
      const host = new URL(address).host;
      console.log(
        `Look at the window: ${address}/devtools/inspector.html?ws=${host}/devtools/page/${page.id}`,
      );
      return;
    }
    await delay(100);
  }
}
