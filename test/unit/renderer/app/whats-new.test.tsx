import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { WhatsNew } from '../../../../renderer/app/whats-new.tsx';
import { BridgeProvider } from '../../../../renderer/bridge/bridge-provider.tsx';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import { SpeechProvider } from '../../../../renderer/language/speech-provider.tsx';
import { createFakeBridge } from '../../../support/fake-bridge.ts';

const NOTES = [{ title: 'Added', items: ['Runs start where they were ended.'] }];

function open(seenVersion: string | null, notes = NOTES) {
  const bridge = createFakeBridge({ preferences: { seenVersion } });
  const read: string[] = [];
  const readNotes = (version: string) => {
    read.push(version);
    return Promise.resolve(notes);
  };
  const rendered = render(
    <BridgeProvider bridge={bridge} queryClient={createQueryClient()}>
      <SpeechProvider>
        <WhatsNew version="0.2.0" readNotes={readNotes} />
      </SpeechProvider>
    </BridgeProvider>,
  );
  return { bridge, read, ...rendered };
}

test('says once after an update what is new, and nothing at the next start', async () => {
  const user = userEvent.setup();
  const { bridge, read } = open('0.1.0');
  await user.click(await screen.findByRole('button', { name: 'What is new' }));
  expect(screen.getByRole('dialog', { name: 'What is new in Keyfob 0.2.0' }).textContent).toContain(
    'Runs start where they were ended.',
  );
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByText('Keyfob was updated to 0.2.0')).toBeNull();
  });
  expect(bridge.state.preferences.seenVersion).toBe('0.2.0');
  expect(read).toEqual(['0.2.0']);
});

test.each(['0.2.0', null])('says nothing where nothing was updated (%s)', async (seen) => {
  const { read, bridge } = open(seen);
  await waitFor(() => {
    expect(bridge.calls.map(({ command }) => command)).toContain('preferences.get');
  });
  expect([read, screen.queryByText(/was updated/)]).toEqual([[], null]);
});

test('says nothing of a version of which nothing was written', async () => {
  const { bridge } = open('0.1.0', []);
  await waitFor(() => {
    expect(bridge.state.preferences.seenVersion).toBe('0.2.0');
  });
  expect(screen.queryByText(/was updated/)).toBeNull();
});
