import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { useBridge } from '../bridge/bridge-context.ts';

/** The value of a key that was generated just now, for the dialog that shows it this once; it is in no cache. */
export function useRevealedSecret(apiKeyId: string) {
  const bridge = useBridge();
  const [secret, setSecret] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // Revealing works once, so it must not be asked for twice by an effect that runs twice.
  const askedFor = useRef<string | null>(null);
  useEffect(() => {
    if (askedFor.current === apiKeyId) return;
    askedFor.current = apiKeyId;
    void bridge.invoke('keys.reveal', { id: apiKeyId }).then((result) => {
      if (result.ok) setSecret(result.value.secret);
      else setError(result.error);
    });
  }, [apiKeyId, bridge]);
  return {
    secret,
    error,
    forget: () => {
      setSecret(null);
    },
  };
}
