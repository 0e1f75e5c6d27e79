import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { KeyDialogs } from './key-dialogs.tsx';
import type { KeyDialog } from './key-dialog.ts';

interface ReplaceExposedKeyProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}

/** Away from the keys' own page: asks, replaces the key's value, and shows the new one this once. Open while it is mounted. */
export function ReplaceExposedKey({ apiKey, onClose }: ReplaceExposedKeyProps) {
  const [dialog, setDialog] = useState<KeyDialog>({ kind: 'exposed', apiKey });
  const services = useCommandQuery('services.list', {});
  if (services.kind !== 'loaded') return null;
  return (
    <KeyDialogs
      dialog={dialog}
      services={services.value}
      onChange={(next) => {
        if (next === null) onClose();
        else setDialog(next);
      }}
      onFocusKey={() => undefined}
    />
  );
}
