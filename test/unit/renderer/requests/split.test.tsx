import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderScreen } from './render-screen.tsx';

const divider = () => screen.findByRole('separator', { name: 'Size of request and response' });

it('remembers where the divider between request and response was put, and forgets it at a double click', async () => {
  const { bridge } = renderScreen('requests');
  const usual = Number((await divider()).getAttribute('aria-valuenow'));
  const kept = () => bridge.calls.findLast(({ command }) => command === 'preferences.set')?.input;

  fireEvent.keyDown(await divider(), { key: 'ArrowDown' });
  expect((await divider()).getAttribute('aria-valuenow')).toBe(String(usual + 4));
  await waitFor(() => {
    expect(kept()).toEqual({ requestSplit: { rows: (usual + 4) / 100, columns: null } });
  });

  fireEvent.doubleClick(await divider());
  expect((await divider()).getAttribute('aria-valuenow')).toBe(String(usual));
  await waitFor(() => {
    expect(kept()).toEqual({ requestSplit: { rows: null, columns: null } });
  });
});
