import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { KnownVariable } from '../../../../shared/domain/environment.ts';
import { renderScreen } from './render-screen.tsx';

const FROM = { kind: 'answer', request: 'Log in', takenAt: 0 } as const;
const KEPT: readonly KnownVariable[] = [
  {
    ...{ name: 'id', value: '7', isHidden: false, problem: null },
    source: { ...FROM, origin: 'https://api.example.com', origins: ['https://api.example.com'] },
  },
  {
    ...{ name: 'token', value: null, isHidden: true, problem: null },
    source: { ...FROM, origin: 'https://api.example.com', origins: ['https://api.example.com'] },
  },
];

async function openKeep(user: ReturnType<typeof renderScreen>['user']) {
  await user.click(await screen.findByRole('tab', { name: /^Keep/ }));
}

describe('what is kept of an answer', () => {
  it('is typed in rows, which are sent with the request', async () => {
    const { user, fill, sends } = renderScreen('requests');
    await fill(await screen.findByRole('textbox', { name: 'URL' }), 'https://api.example.com/login');
    await openKeep(user);
    expect(await screen.findByText('No value is kept now.')).toBeTruthy();
    await fill(await screen.findByRole('textbox', { name: 'Variable of new kept value' }), 'token');
    const path = screen.getByRole('textbox', { name: 'Path or header of kept value 1' });
    await fill(path, '$..token');
    expect(path.getAttribute('aria-invalid')).toBe('true');
    await fill(path, '$.token');
    expect(path.getAttribute('aria-invalid')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Secret of kept value 1' }));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => {
      expect(sends()[0]?.draft).toMatchObject({
        keeps: [{ name: 'token', from: 'json-path', at: '$.token', isHidden: true, isEnabled: true }],
      });
    });
  });

  it('is shown with where it comes from, a secret without its value, and forgotten', async () => {
    const { user, bridge } = renderScreen('requests', { keptValues: KEPT });
    await openKeep(user);
    const now = await screen.findByRole('region', { name: 'Kept now' });
    expect(within(now).getByText('7')).toBeTruthy();
    expect(within(now).getByText('Secret; may go to https://api.example.com')).toBeTruthy();
    expect(within(now).getAllByText(/^Answer of Log in, https:\/\/api\.example\.com/)).toHaveLength(2);
    await user.click(within(now).getByRole('button', { name: 'Forget id' }));
    await waitFor(() => {
      expect(bridge.state.keptValues.map(({ name }) => name)).toEqual(['token']);
    });
    await user.click(within(now).getByRole('button', { name: 'Forget all' }));
    expect(await screen.findByText('No value is kept now.')).toBeTruthy();
  });
});
