import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { BridgeProvider } from '../../../../renderer/bridge/bridge-provider.tsx';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import { useCommand } from '../../../../renderer/bridge/use-command.ts';
import { appError } from '../../../../shared/domain/app-error.ts';
import { anApiKey } from '../../../support/builders.ts';
import { createFakeBridge } from '../../../support/fake-bridge.ts';

function renderRename() {
  const bridge = createFakeBridge({ keys: [anApiKey({ id: 'a', name: 'Old' })] });
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <BridgeProvider bridge={bridge} queryClient={queryClient}>
      {children}
    </BridgeProvider>
  );
  return { bridge, queryClient, ...renderHook(() => useCommand('keys.rename'), { wrapper }) };
}

test('answers with a value, and is pending until it does', async () => {
  const { bridge, result } = renderRename();
  const release = bridge.hold('keys.rename');
  const running: { result?: Promise<unknown> } = {};
  act(() => {
    running.result = result.current.run({ id: 'a', name: 'New' });
  });
  expect(result.current.isPending).toBe(true);
  await act(async () => {
    release();
    await running.result;
  });
  expect(await running.result).toMatchObject({ ok: true, value: { name: 'New' } });
  expect(result.current.isPending).toBe(false);
});

test('gives an expected failure as a value, and forgets it with the next run', async () => {
  const { bridge, result } = renderRename();
  bridge.failNext('keys.rename', appError('ledger-write-failed'));
  await act(() => result.current.run({ id: 'a', name: 'New' }));
  expect(result.current.error?.code).toBe('ledger-write-failed');
  await act(() => result.current.run({ id: 'a', name: 'New' }));
  expect(result.current.error).toBeNull();
});

test('keeps neither what went in nor what came out', async () => {
  const { queryClient, result } = renderRename();
  await act(() => result.current.run({ id: 'a', name: 'Rather unusual name' }));
  const kept = JSON.stringify([
    queryClient.getMutationCache().getAll(),
    queryClient.getQueryCache().getAll(),
  ]);
  expect(kept).not.toContain('Rather unusual name');
});
