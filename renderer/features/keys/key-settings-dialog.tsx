import { useState } from 'react';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { clipboardOptions } from '../../app/clipboard-options.ts';
import { expiryOptions } from './expiry-selection.ts';

/** What holds for all keys. */
export function KeySettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const preferences = useCommandQuery('preferences.get', {});
  if (preferences.kind === 'loaded')
    return <KeySettingsForm preferences={preferences.value} onClose={onClose} />;
  return (
    <Dialog title="API key settings" onClose={onClose} footer={<Button onPress={onClose}>Close</Button>}>
      {preferences.kind === 'failed' ? (
        <ErrorNote error={preferences.error} />
      ) : (
        <Skeleton width="60%" height="2rem" />
      )}
    </Dialog>
  );
}

interface KeySettingsFormProps {
  readonly preferences: Preferences;
  readonly onClose: () => void;
}

function KeySettingsForm({ preferences, onClose }: KeySettingsFormProps) {
  const save = useCommand('preferences.set');
  const { defaultExpiryDays, clipboardClearSeconds } = preferences;
  const [lifetime, setLifetime] = useState(defaultExpiryDays === null ? 'never' : String(defaultExpiryDays));
  const [seconds, setSeconds] = useState(String(clipboardClearSeconds));
  const submit = () => {
    const patch = {
      defaultExpiryDays: lifetime === 'never' ? null : Number(lifetime),
      clipboardClearSeconds: Number(seconds),
    };
    void save.run(patch).then((result) => {
      if (result.ok) onClose();
    });
  };
  return (
    <Dialog
      title="API key settings"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <Select
        label="New keys expire"
        autoFocus
        options={expiryOptions(defaultExpiryDays)
          .filter(({ id }) => id !== 'date')
          .map(({ id, label }) => ({ id, label: id === 'never' ? label : `After ${label}` }))}
        value={lifetime}
        onChange={setLifetime}
        description="What the form for a new key starts with. Keys that you have are not changed."
      />
      <Select
        label="A copied key leaves the clipboard"
        options={clipboardOptions(clipboardClearSeconds)}
        value={seconds}
        onChange={setSeconds}
        description="Only if it is still there: what you copied since then stays."
      />
      {save.error !== null && <ErrorNote error={save.error} />}
    </Dialog>
  );
}
