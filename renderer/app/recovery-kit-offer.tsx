import { useState } from 'react';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useTexts } from '../language/speech-context.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SaveKitDialog } from './recovery-kit-dialogs.tsx';

/** Asked once, when there is something to lose: it can be made at any time in Settings. */
export function RecoveryKitOffer() {
  const { kit: texts } = useTexts(vaultTexts);
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
        title={texts.saveTitle}
        actions={
          <>
            <Button size="small" onPress={answered}>
              {texts.notNow}
            </Button>
            <Button
              size="small"
              onPress={() => {
                setIsSaving(true);
              }}
            >
              {texts.saveKit}
            </Button>
          </>
        }
      >
        <p>{texts.offer}</p>
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
