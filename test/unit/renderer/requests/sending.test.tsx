import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../../shared/domain/app-error.ts';
import { anApiKey } from '../../../support/builders.ts';
import { renderScreen } from './render-screen.tsx';

const response = () => screen.getByRole('region', { name: 'Response' });
const url = () => screen.findByLabelText('URL');

describe('sending a request', () => {
  it('sends what is typed and shows status, time and size', async () => {
    const { user, fill, sends } = renderScreen('requests', { keys: [anApiKey()] });

    await fill(await url(), '{{baseUrl}}/me');
    await user.click(screen.getByRole('button', { name: 'Send' }));

    expect(await within(response()).findByText('200 OK')).toBeTruthy();
    expect(within(response()).getByText('14 ms')).toBeTruthy();
    const announced = within(response())
      .getAllByRole('status')
      .map(({ textContent }) => textContent);
    expect(announced).toContainEqual(expect.stringMatching(/^Response: 200 OK, 14 ms, \d+ B$/));
    expect(sends()).toHaveLength(1);
    expect(sends()[0]).toMatchObject({ draft: { url: '{{baseUrl}}/me' }, onWithheld: 'stop' });
    expect(sends()[0]?.collectionId).not.toBeNull();
  });

  it('sends with Ctrl+Enter from any field, and with Enter from the URL', async () => {
    const { user, fill, sends } = renderScreen('requests', { keys: [anApiKey()] });

    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.keyboard('{Enter}');
    await within(response()).findByText('200 OK');
    await fill(screen.getByLabelText('Name of new parameter'), 'limit');
    await user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => {
      expect(sends()).toHaveLength(2);
    });
    expect(sends()[1]?.draft.params).toEqual([{ name: 'limit', value: '', isEnabled: true }]);
    expect(sends()[0]?.id).not.toBe(sends()[1]?.id);
  });

  it('shows how far it is, and cancels with Escape', async () => {
    const { user, fill, bridge, sends } = renderScreen('requests');
    await fill(await url(), 'http://127.0.0.1:5362/me');
    const release = bridge.hold('requests.send');

    await user.click(screen.getByRole('button', { name: 'Send' }));
    const cancel = await screen.findByRole('button', { name: 'Cancel' });
    const id = sends()[0]?.id ?? '';
    bridge.publish('requests.progressed', {
      id,
      phase: 'uploading',
      hopCount: 1,
      sentBytes: 1_500_000,
      receivedBytes: 0,
      totalBytes: 6_000_000,
    });
    expect(await screen.findByText('Sending: 1.5 MB of 6.0 MB')).toBeTruthy();
    bridge.publish('requests.progressed', {
      id,
      phase: 'downloading',
      hopCount: 2,
      receivedBytes: 900_000,
      totalBytes: 4_000_000,
    });
    expect(await screen.findByText('Receiving: 900 KB of 4.0 MB (hop 2)')).toBeTruthy();
    await user.keyboard('{Escape}');

    expect(bridge.calls.filter(({ command }) => command === 'requests.cancel')).toEqual([
      { command: 'requests.cancel', input: { id } },
    ]);
    expect(cancel.hasAttribute('disabled')).toBe(true);
    bridge.failNext('requests.send', failed('cancelled').error);
    release();
    expect(await screen.findByText('The request was cancelled.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Send' })).toBeTruthy();
  });

  it('says what was withheld and why, and sends without the key only when that is chosen', async () => {
    const { user, fill, sends } = renderScreen('requests', { keys: [anApiKey({ isDisabled: true })] });
    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.keyboard('{Enter}');

    const alert = await within(response()).findByRole('alert');
    expect(alert.textContent).toContain('The request was not sent: its key was withheld');
    expect(alert.textContent).toContain('CI key');
    expect(alert.textContent).toContain('http://127.0.0.1:5362');
    expect(alert.textContent).toContain('The key is disabled.');
    expect(alert.textContent).toContain('Enable it, or choose another key.');
    expect(sends().map(({ onWithheld }) => onWithheld)).toEqual(['stop']);

    await user.click(within(alert).getByRole('button', { name: 'Send without the key' }));
    await waitFor(() => {
      expect(sends().map(({ onWithheld }) => onWithheld)).toEqual(['stop', 'send-without-key']);
    });
    expect(sends()[1]?.draft).toEqual(sends()[0]?.draft);
  });

  it('leads from a withheld key to the key', async () => {
    const { user, fill } = renderScreen('requests', { keys: [anApiKey({ isDisabled: true })] });
    await fill(await url(), 'http://127.0.0.1:5362/me');
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Go to API keys' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'API keys' })).toBeTruthy();
  });

  it('shows a refusal with the part of the request that it is about', async () => {
    const { user, fill, bridge } = renderScreen('requests');
    await fill(await url(), 'http://127.0.0.1:5362/me');
    bridge.failNext('requests.send', failed('request-invalid', { field: 'headers.0.value' }).error);

    await user.click(screen.getByRole('button', { name: 'Send' }));
    await user.click(await screen.findByRole('button', { name: 'Show it' }));

    expect(await screen.findByRole('table', { name: 'Request headers' })).toBeTruthy();
  });

  it('does not wait for ever when the other process fails to answer', async () => {
    const { user, fill, bridge } = renderScreen('requests');
    await fill(await url(), 'http://127.0.0.1:5362/me');
    Object.defineProperty(bridge, 'invoke', { value: () => Promise.reject(new Error('gone')) });

    await user.click(screen.getByRole('button', { name: 'Send' }));

    expect(await within(response()).findByText('Something went wrong inside Keyfob.')).toBeTruthy();
  });
});

describe('an open draft', () => {
  it('outlives a change of screen, and the ledger’s closing', async () => {
    const { user, fill, bridge } = renderScreen('requests');
    await fill(await url(), 'https://example.com/typed');
    await user.click(screen.getByRole('link', { name: 'History' }));
    await screen.findByRole('heading', { level: 1, name: 'History' });

    bridge.state.ledger = {
      kind: 'closed',
      reason: 'damaged',
      message: 'Damaged.',
      remedy: '',
      backup: null,
    };
    bridge.publish('ledger.changed', bridge.state.ledger);
    await waitFor(() => {
      expect(screen.queryByRole('link', { name: 'Requests' })).toBeNull();
    });
    bridge.state.ledger = { kind: 'open' };
    bridge.publish('ledger.changed', bridge.state.ledger);
    await user.click(await screen.findByRole('link', { name: 'Requests' }));

    expect((await screen.findByLabelText<HTMLInputElement>('URL')).value).toBe('https://example.com/typed');
  });
});
