import axe from 'axe-core';

/**
 * What axe finds that is serious or critical in the document, as short lines. jsdom lays nothing out and computes no
 * colours, so contrast is left to the end-to-end specs.
 */
export async function seriousFindings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.documentElement, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
