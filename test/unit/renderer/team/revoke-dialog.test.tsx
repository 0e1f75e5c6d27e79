import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { BridgeProvider } from '../../../../renderer/bridge/bridge-provider.tsx';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import { RevokeDialog, type Revocation } from '../../../../renderer/features/team/revoke-dialog.tsx';
import { SpeechProvider } from '../../../../renderer/language/speech-provider.tsx';
import type { AccessKey } from '../../../../shared/domain/access-key.ts';
import type { TeamKey } from '../../../../shared/domain/team.ts';
import { createFakeBridge } from '../../../support/fake-bridge.ts';

const teamKey: TeamKey = {
  ...{ id: 'k1', kind: 'api-key', name: 'CI key', mask: 'kfak_••••••••7Qx2' },
  ...{ serviceId: 'local', serviceName: 'Local API', creatorId: 'ada', creatorName: 'Ada', isYours: true },
  ...{ createdAt: 0, expiresAt: null, expiresBy: null, lastUsedAt: null, status: 'active', revocation: null },
};

const accessKey = (id: string): AccessKey => ({
  ...{ id, serviceId: 'local', mask: 'kfat_••••••••7Qx2', collectionUid: '1-a', collectionName: 'Payments' },
  ...{ creatorName: 'Ada', isOwn: true, createdAt: 0, lastUsedAt: null, expiresAt: null, status: 'active' },
});

function arrange(made: readonly AccessKey[]) {
  const bridge = createFakeBridge({ teamKeys: [teamKey] });
  bridge.state.madeAccessKeys.set('k1', [...made]);
  const revoked: Revocation[] = [];
  render(
    <BridgeProvider bridge={bridge} queryClient={createQueryClient()}>
      <SpeechProvider german={null}>
        <RevokeDialog
          keys={{ count: 1, choice: { kind: 'ids', ids: ['k1'] } }}
          name="CI key"
          onClose={() => undefined}
          onRevoke={(_keys, how) => void revoked.push(how)}
        />
      </SpeechProvider>
    </BridgeProvider>,
  );
  const user = userEvent.setup();
  const press = () => user.click(screen.getByRole('button', { name: 'Revoke 1 key' }));
  return { user, press, revoked };
}

const box = { name: 'Also delete the 2 access keys that programs made with them' };

test('offers to delete what programs made with the keys, unless that is not wanted', async () => {
  const { user, press, revoked } = arrange([accessKey('a1'), accessKey('a2')]);
  expect((await screen.findByRole<HTMLInputElement>('checkbox', box)).checked).toBe(true);
  await press();
  await user.click(screen.getByRole('checkbox', box));
  await press();
  expect(revoked).toEqual([
    { reason: 'by-admin', deletesMade: true },
    { reason: 'by-admin', deletesMade: false },
  ]);
});

test('offers nothing where nothing was made', async () => {
  const { press, revoked } = arrange([]);
  expect(await screen.findByText(/This cannot be taken back/)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await press();
  expect(revoked).toEqual([{ reason: 'by-admin', deletesMade: false }]);
});
