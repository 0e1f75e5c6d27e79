import { useEffect, useEffectEvent } from 'react';
import type { LockReason } from '../../shared/domain/vault-state.ts';

/**
 * Asks once by itself: at once at the start, when the person has just opened Keyfob; else when they come back to its window, as one who
 * has just locked it does not want to be asked.
 */
export function useAsksByItself(isOn: boolean, reason: LockReason, ask: () => void): void {
  const onAsk = useEffectEvent(ask);
  useEffect(() => {
    if (!isOn) return undefined;
    if (reason === 'start' && document.hasFocus()) {
      onAsk();
      return undefined;
    }
    const cameBack = (): void => {
      onAsk();
    };
    window.addEventListener('focus', cameBack, { once: true });
    return () => {
      window.removeEventListener('focus', cameBack);
    };
  }, [isOn, reason]);
}
