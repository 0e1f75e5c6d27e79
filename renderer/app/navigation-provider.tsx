import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { EventPayload } from '../../shared/contract/contract.ts';
import type { Screen } from '../../shared/domain/preferences.ts';
import { useBridgeEvent } from '../bridge/use-bridge-event.ts';
import { NavigationContext, type Navigation, type NavigationIntent } from './navigation-context.ts';

interface NavigationProviderProps {
  readonly initialScreen?: Screen;
  readonly children: ReactNode;
}

/** Knows which screen is shown, and carries what it was asked to do. The tray and the menus navigate by an event. */
export function NavigationProvider({ initialScreen = 'api-keys', children }: NavigationProviderProps) {
  const [screen, setScreen] = useState<Screen>(initialScreen);
  const [pending, setPending] = useState<Navigation['pending']>(null);
  const go = useCallback((target: Screen, intent?: NavigationIntent) => {
    setScreen(target);
    setPending(intent === undefined ? null : { screen: target, intent });
  }, []);
  const takeIntent = useCallback(() => {
    setPending(null);
  }, []);
  useBridgeEvent('navigation.requested', (requested) => {
    go(requested.screen, intentOf(requested));
  });
  const navigation = useMemo(() => ({ screen, pending, go, takeIntent }), [screen, pending, go, takeIntent]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

function intentOf(requested: EventPayload<'navigation.requested'>): NavigationIntent | undefined {
  const { action, apiKeyId, runId } = requested;
  switch (action) {
    case null:
      return undefined;
    case 'focus-key':
    case 'regenerate-key':
      return apiKeyId === undefined ? undefined : { kind: action, apiKeyId };
    case 'show-run':
      return runId === undefined ? undefined : { kind: action, runId };
    default:
      return { kind: action };
  }
}
