import { useState } from 'react';
import { useCommand } from '../bridge/use-command.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SaveKitDialog } from './recovery-kit-dialogs.tsx';

/** Asked once, when there is something to lose: it can be made at any time in Settings. */
export function RecoveryKitOffer() {
  const preferences = useCommandQuery('preferences.get', {});
  const save = useCommand('preferences.set');
  const [isSaving, setIsSaving] = useState(false);
  if (preferences.kind !== 'loaded' || preferences.value.isRecoveryKitOffered) return null;
  const answered = () => void save.run({ isRecoveryKitOffered: true });
  return (
    <>
      <Banner
        isStrip
        tone="info"
        title="Save a recovery kit"
        actions={
          <>
            <Button size="small" onPress={answered}>
              Not now
            </Button>
            <Button
              size="small"
              onPress={() => {
                setIsSaving(true);
              }}
            >
              Save a kit…
            </Button>
          </>
        }
      >
        <p>Your keychain alone can open your keys. A kit opens them when it is lost.</p>
      </Banner>
      {isSaving && (
        <SaveKitDialog
          onClose={() => {
            setIsSaving(false);
          }}
          onDone={answered}
        />
      )}
    </>
  );
}
