import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { BridgeProvider } from '../../../../renderer/bridge/bridge-provider.tsx';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import { useCommandQuery } from '../../../../renderer/bridge/use-command-query.ts';
import { appError } from '../../../../shared/domain/app-error.ts';
import { anApiKey } from '../../../support/builders.ts';
import { createFakeBridge, type FakeBridge } from '../../../support/fake-bridge.ts';

function renderKeys(bridge: FakeBridge) {
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <BridgeProvider bridge={bridge} queryClient={queryClient}>
      {children}
    </BridgeProvider>
  );
  return renderHook(() => useCommandQuery('keys.list', {}), { wrapper }).result;
}

const callsOf = (bridge: FakeBridge, command: string) =>
  bridge.calls.filter((call) => call.command === command).length;

test('is loading until the main process answers, then holds the answer', async () => {
  const bridge = createFakeBridge({ keys: [anApiKey()] });
  const release = bridge.hold('keys.list');
  const result = renderKeys(bridge);
  expect(result.current.kind).toBe('loading');
  release();
  await waitFor(() => {
    expect(result.current).toMatchObject({ kind: 'loaded', value: [{ name: 'CI key' }] });
  });
});

test('asks again when an event says that the answer changed, and not when another one does', async () => {
  const bridge = createFakeBridge({ keys: [anApiKey()] });
  const result = renderKeys(bridge);
  await waitFor(() => {
    expect(result.current.kind).toBe('loaded');
  });
  act(() => {
    bridge.publish('history.changed', {});
  });
  expect(callsOf(bridge, 'keys.list')).toBe(1);
  bridge.state.keys = [];
  act(() => {
    bridge.publish('keys.changed', {});
  });
  await waitFor(() => {
    expect(result.current).toMatchObject({ kind: 'loaded', value: [] });
  });
  expect(callsOf(bridge, 'keys.list')).toBe(2);
});

test('gives a failure as the AppError that came, without asking again by itself', async () => {
  const bridge = createFakeBridge();
  bridge.failNext('keys.list', appError('ledger-unavailable'));
  const result = renderKeys(bridge);
  await waitFor(() => {
    expect(result.current).toMatchObject({ kind: 'failed', error: appError('ledger-unavailable') });
  });
  expect(callsOf(bridge, 'keys.list')).toBe(1);
  act(() => {
    if (result.current.kind === 'failed') result.current.retry();
  });
  await waitFor(() => {
    expect(result.current.kind).toBe('loaded');
  });
});
