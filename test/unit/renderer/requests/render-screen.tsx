import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../../../../renderer/app/app.tsx';
// The screens are loaded when they are first shown; loaded here, no test waits for it.
import '../../../../renderer/features/history/history-screen.tsx';
import '../../../../renderer/features/keys/api-keys-screen.tsx';
import '../../../../renderer/features/requests/requests-screen.tsx';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import type { Screen } from '../../../../shared/domain/preferences.ts';
import { createFakeBridge, type FakeBridge } from '../../../support/fake-bridge.ts';
import type { FakeStateOptions } from '../../../support/fake-bridge-state.ts';

// A busy machine takes seconds for what a window does at once; these limits only say when to give up.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

// jsdom lays nothing out, and so cannot say where text stands; the code editor asks.
Object.defineProperty(Range.prototype, 'getClientRects', { value: () => [], configurable: true });

export interface RenderedScreen {
  readonly bridge: FakeBridge;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Types all of a text at once, as pasting does. */
  readonly fill: (field: HTMLElement, text: string) => Promise<void>;
  /** The inputs of all sends so far, in order. */
  readonly sends: () => readonly SentInput[];
}

export interface SentInput {
  readonly id: string;
  readonly draft: {
    readonly url: string;
    readonly params: readonly unknown[];
    readonly headers: readonly unknown[];
  };
  readonly collectionId: string | null;
  readonly onWithheld: string;
}

/** The whole window over an in-memory main process, on one screen. */
export function renderScreen(screen: Screen, options: FakeStateOptions = {}): RenderedScreen {
  const bridge = createFakeBridge(options);
  const user = userEvent.setup();
  render(<App bridge={bridge} queryClient={createQueryClient()} initialScreen={screen} />);
  return {
    bridge,
    user,
    fill: async (field, text) => {
      await user.clear(field);
      await user.paste(text);
    },
    sends: () =>
      bridge.calls
        .filter(({ command }) => command === 'requests.send')
        // The bridge checked the input against the contract.
        .map(({ input }) => input as SentInput),
  };
}
