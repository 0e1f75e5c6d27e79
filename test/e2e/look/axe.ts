import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds serious on a page, or within what a selector names. */
export async function seriousFindings(window: Page, within = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .include(within)
    // All rules run; what passed is not described, element by element.
    .options({ resultTypes: ['violations'] })
    // React Aria's announcer points at the option that was chosen, for seconds longer than the option is there.
    .exclude('[data-live-announcer]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
