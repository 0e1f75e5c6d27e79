import type { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { App } from '../../renderer/app/app.tsx';
import { createQueryClient } from '../../renderer/bridge/query-client.ts';
import type { Screen } from '../../shared/domain/preferences.ts';
import { createFakeBridge, type FakeBridge } from './fake-bridge.ts';
import type { FakeStateOptions } from './fake-bridge-state.ts';

export interface RenderedApp {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
  readonly queryClient: QueryClient;
}

interface RenderAppOptions extends FakeStateOptions {
  readonly initialScreen?: Screen;
}

/** The whole window over an in-memory main process; resolves when the first screen shows what it found. */
export async function renderApp({
  initialScreen = 'api-keys',
  ...state
}: RenderAppOptions = {}): Promise<RenderedApp> {
  const bridge = createFakeBridge(state);
  const queryClient = createQueryClient();
  const user = userEvent.setup();
  render(<App bridge={bridge} queryClient={queryClient} initialScreen={initialScreen} />);
  await waitFor(() => {
    if (document.documentElement.dataset['ready'] !== 'true') throw new Error('Not ready yet');
  });
  return { bridge, user, queryClient };
}

/** Opens a key's row menu and presses one of its actions. */
export async function act(user: UserEvent, keyName: string, action: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: `More actions for ${keyName}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
}
