import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { KeyChoice, RequestDraft } from '../../shared/domain/http-request.ts';
import type { Screen } from '../../shared/domain/preferences.ts';

/** What a screen is asked to do when it is shown. */
export type NavigationIntent =
  /** API keys */
  | { readonly kind: 'generate-key' }
  | { readonly kind: 'add-key' }
  | { readonly kind: 'focus-key'; readonly apiKeyId: string }
  /** Opens the question. */
  | { readonly kind: 'regenerate-key'; readonly apiKeyId: string }
  /** Activity */
  | { readonly kind: 'show-activity'; readonly apiKeyId: string }
  /** Exposed keys */
  | { readonly kind: 'scan-folder' }
  /** Runs */
  | { readonly kind: 'show-run'; readonly runId: string }
  | { readonly kind: 'set-up-run'; readonly collectionId: string; readonly folderId: string | null }
  /** Requests */
  | { readonly kind: 'new-request' }
  | { readonly kind: 'import-opened' }
  | { readonly kind: 'import-dropped' }
  | { readonly kind: 'choose-import' }
  | { readonly kind: 'new-request-with-key'; readonly keyChoice: KeyChoice; readonly serviceId: string }
  | { readonly kind: 'open-request'; readonly collectionId: string; readonly requestId: string }
  | { readonly kind: 'open-draft'; readonly draft: RequestDraft; readonly exchange: Exchange | null };

export interface Navigation {
  readonly screen: Screen;
  /** An intent that its screen has not taken up yet. */
  readonly pending: { readonly screen: Screen; readonly intent: NavigationIntent } | null;
  readonly go: (screen: Screen, intent?: NavigationIntent) => void;
  readonly takeIntent: () => void;
}

export const NavigationContext = createContext<Navigation | null>(null);

/** The screen that the components below belong to. */
export const OwnScreenContext = createContext<Screen | null>(null);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation needs a NavigationProvider above it');
  return navigation;
}

/** Calls `onIntent` once for each intent that this screen is shown with, also when it is already shown. */
export function useNavigationIntent(onIntent: (intent: NavigationIntent) => void): void {
  const ownScreen = useContext(OwnScreenContext);
  const { pending, takeIntent } = useNavigation();
  const take = useEffectEvent((intent: NavigationIntent) => {
    takeIntent();
    onIntent(intent);
  });
  useEffect(() => {
    if (pending !== null && pending.screen === ownScreen) take(pending.intent);
  }, [pending, ownScreen]);
}
