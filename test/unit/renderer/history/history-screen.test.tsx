import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../../shared/domain/app-error.ts';
import { renderScreen } from '../requests/render-screen.tsx';
import { aHistoryRecord } from './history-builders.ts';

const NOW = Date.UTC(2026, 0, 15, 12);

const history = Array.from({ length: 3 }, (_, index) =>
  aHistoryRecord({
    id: `exchange-${String(index)}`,
    at: NOW - index * 60_000,
    url: `http://127.0.0.1:5362/path-${String(index)}`,
    method: index === 1 ? 'DELETE' : 'GET',
  }),
);

describe('the History screen', () => {
  it('lists what was sent, and shows the newest beside the list', async () => {
    renderScreen('history', { history });
    const list = await screen.findByRole('listbox', { name: 'History' });
    expect(within(list).getAllByRole('option')).toHaveLength(3);
    const response = await screen.findByRole('region', { name: 'Response' });
    expect(within(response).getByText('200 of exchange-0')).toBeTruthy();
  });

  it('looks through the entries with the arrows', async () => {
    const { user } = renderScreen('history', { history });
    (await screen.findByRole('listbox', { name: 'History' })).focus();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByText('200 of exchange-1')).toBeTruthy();
    expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
  });

  it('reopens an entry in Requests with its draft and what it gave', async () => {
    const { user, sends } = renderScreen('history', { history });
    (await screen.findByRole('listbox', { name: 'History' })).focus();
    await user.keyboard('{ArrowDown}');
    await screen.findByText('200 of exchange-1');
    await user.click(screen.getByRole('button', { name: 'Open in Requests' }));

    const url = await screen.findByLabelText<HTMLInputElement>('URL');
    await waitFor(() => {
      expect(url.value).toBe('http://127.0.0.1:5362/path-1');
    });
    expect(screen.getByRole('button', { name: /Method/ }).textContent).toContain('DELETE');
    const response = screen.getByRole('region', { name: 'Response' });
    expect(within(response).getByText('200 of exchange-1')).toBeTruthy();
    expect(sends()).toEqual([]);
  });

  it('deletes an entry and goes on to the next', async () => {
    const { user, bridge } = renderScreen('history', { history });
    await screen.findByText('200 of exchange-0');
    await user.click(screen.getByRole('button', { name: 'Delete from history' }));
    expect(await screen.findByText('200 of exchange-1')).toBeTruthy();
    expect(bridge.state.history.map(({ entry }) => entry.id)).toEqual(['exchange-1', 'exchange-2']);
  });

  it('clears everything only after it was confirmed', async () => {
    const { user, bridge } = renderScreen('history', { history });
    await screen.findByText('200 of exchange-0');
    await user.click(screen.getByRole('button', { name: 'Clear history…' }));
    expect(bridge.state.history).toHaveLength(3);
    await user.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Clear history' }),
    );
    expect(await screen.findByText('Nothing was sent yet')).toBeTruthy();
    expect(bridge.state.history).toEqual([]);
  });

  it('searches, and says when nothing matches', async () => {
    const { fill } = renderScreen('history', { history });
    await screen.findByText('200 of exchange-0');
    await fill(screen.getByRole('searchbox', { name: 'Search history' }), 'path-2');
    expect(await screen.findByText('200 of exchange-2')).toBeTruthy();
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await fill(screen.getByRole('searchbox', { name: 'Search history' }), 'nowhere');
    expect(await screen.findByText('No sent request matches “nowhere”.')).toBeTruthy();
  });

  it('shows a failure with the way to try again', async () => {
    const { user, bridge } = renderScreen('api-keys', { history });
    bridge.failNext('history.list', failed('ledger-unavailable').error);
    await user.click(await screen.findByRole('link', { name: 'History' }));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('200 of exchange-0')).toBeTruthy();
  });

  it('lists what fits the filter, and says when nothing does', async () => {
    const { user } = renderScreen('history', { history });
    const filter = await screen.findByRole('group', { name: 'Filter' });
    await user.click(within(filter).getByRole('button', { name: /Method/ }));
    await user.click(await screen.findByRole('option', { name: 'DELETE' }));
    await waitFor(() => {
      expect(screen.getAllByRole('option')).toHaveLength(1);
    });
    expect(await screen.findByText('200 of exchange-1')).toBeTruthy();
    await user.click(within(filter).getByRole('button', { name: /Status/ }));
    await user.click(await screen.findByRole('option', { name: '5xx server error' }));
    expect(await screen.findByText('Nothing found')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => {
      expect(screen.getAllByRole('option')).toHaveLength(3);
    });
  });

  it('lists what was sent from one day to another', async () => {
    const { user, bridge } = renderScreen('history', { history });
    const filter = await screen.findByRole('group', { name: 'Filter' });
    await user.click(within(filter).getByRole('button', { name: /Time/ }));
    await user.click(await screen.findByRole('option', { name: 'From – to…' }));
    fireEvent.change(await within(filter).findByLabelText('From'), { target: { value: '2024-02-28' } });
    fireEvent.change(within(filter).getByLabelText('To'), { target: { value: '2024-02-29' } });
    await waitFor(() => {
      expect(bridge.calls.findLast(({ command }) => command === 'history.list')?.input).toMatchObject({
        filter: {
          since: new Date(2024, 1, 28).getTime(),
          until: new Date(2024, 2, 1).getTime(),
        },
      });
    });
    fireEvent.change(within(filter).getByLabelText('To'), { target: { value: '' } });
    expect(within(filter).getByLabelText('From')).toHaveProperty('value', '2024-02-28');
    await user.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(within(filter).queryByLabelText('From')).toBeNull();
  });

  it('pins an entry, which stays when the rest is cleared', async () => {
    const { user, bridge } = renderScreen('history', { history });
    await screen.findByText('200 of exchange-0');
    await user.click(screen.getByRole('button', { name: 'Pin' }));
    expect(await screen.findByRole('button', { name: 'Unpin' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Pinned' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear history…' }));
    await user.click(await screen.findByRole('button', { name: 'Clear history' }));
    await waitFor(() => {
      expect(bridge.state.history.map(({ entry }) => entry.id)).toEqual(['exchange-0']);
    });
  });

  it('sends an entry again as it was, and shows what came of it', async () => {
    const { user, sends } = renderScreen('history', { history });
    (await screen.findByRole('listbox', { name: 'History' })).focus();
    await user.keyboard('{ArrowDown}');
    await screen.findByText('200 of exchange-1');
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(() => {
      expect(screen.getAllByRole('option')).toHaveLength(4);
    });
    expect(sends()).toMatchObject([
      { draft: { url: 'http://127.0.0.1:5362/path-1' }, collectionId: null, onWithheld: 'stop' },
    ]);
    const [newest] = screen.getAllByRole('option');
    await waitFor(() => {
      expect(newest?.getAttribute('aria-selected')).toBe('true');
    });
  });
});
