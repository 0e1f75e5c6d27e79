import { ApiKeysPage } from '../../test/e2e/pages/api-keys-page.ts';
import { RequestsPage } from '../../test/e2e/pages/requests-page.ts';
import { canStartKeyring, startKeyring } from '../../test/support/keyring.ts';
import { launchKeyfob, type LaunchedKeyfob } from '../../test/support/launch.ts';

/** What Keyfob is for, done by the build or by the packaged app: a key is generated, and a request goes out with it. Rejects where that fails. */
export async function runMainJob({ packaged }: { readonly packaged: boolean }): Promise<void> {
  const keyring = canStartKeyring() ? await startKeyring({ state: 'unlocked' }) : undefined;
  try {
    const keyfob = await launchKeyfob({ packaged, env: keyring?.env ?? {} });
    await generateAndSend(keyfob).finally(() => keyfob.close());
  } finally {
    await keyring?.stop();
  }
}

async function generateAndSend({ window }: LaunchedKeyfob): Promise<void> {
  const apiKeys = new ApiKeysPage(window);
  await apiKeys.heading().waitFor({ timeout: 10_000 });
  const secret = await apiKeys.generate({ name: 'Packaged' });
  await apiKeys.closeReveal();
  await apiKeys.row('Packaged').getByText(secret.slice(-4)).first().waitFor();
  const requests = new RequestsPage(window);
  await requests.open();
  await requests.get('{{baseUrl}}/me');
  await requests.expectStatus(200);
  const timeline = await requests.openTimeline();
  await timeline.getByText('Packaged').first().waitFor();
}
