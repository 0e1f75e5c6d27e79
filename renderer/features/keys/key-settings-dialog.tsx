import { useState } from 'react';
import type { PolicyState } from '../../../shared/domain/key-policy.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { shellTexts } from '../../../shared/texts/en/shell.ts';
import { clipboardOptions } from '../../app/clipboard-options.ts';
import { useTexts } from '../../language/speech-context.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './key-settings-dialog.module.css';
import { changesNothing, usePolicyForm } from './policy-form.ts';
import { PolicyPreviewNote } from './policy-preview-note.tsx';
import { TeamPolicyFields } from './team-policy-fields.tsx';
import { UserPolicyFields } from './user-policy-fields.tsx';
import { useSaveKeySettings } from './use-save-key-settings.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';

/** What holds for all keys. */
export function KeySettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(keyDialogsTexts);
  const preferences = useCommandQuery('preferences.get', {});
  const policy = useCommandQuery('policy.get', {});
  if (preferences.kind === 'loaded' && policy.kind === 'loaded')
    return <KeySettingsForm preferences={preferences.value} policy={policy.value} onClose={onClose} />;
  const failure = [preferences, policy].find((query) => query.kind === 'failed');
  return (
    <Dialog
      title={texts.keySettings.title}
      onClose={onClose}
      footer={<Button onPress={onClose}>{texts.common.close}</Button>}
    >
      {failure === undefined ? (
        <Skeleton width="60%" height="2rem" />
      ) : (
        <ErrorNote
          error={failure.error}
          actions={<Button onPress={failure.retry}>{texts.common.tryAgain}</Button>}
        />
      )}
    </Dialog>
  );
}

interface KeySettingsFormProps {
  readonly preferences: Preferences;
  readonly policy: PolicyState;
  readonly onClose: () => void;
}

function KeySettingsForm({ preferences, policy, onClose }: KeySettingsFormProps) {
  const texts = useTexts(keyDialogsTexts);
  const shell = useTexts(shellTexts);
  const { form, change, draft } = usePolicyForm(policy);
  const [seconds, setSeconds] = useState(String(preferences.clipboardClearSeconds));
  const [tab, setTab] = useState<'user' | 'team'>('user');
  const isChanged = draft !== null && !changesNothing(draft);
  const preview = useCommandQuery(
    'policy.preview',
    { draft: draft ?? { user: null, team: null } },
    { isEnabled: isChanged },
  );
  const save = useSaveKeySettings(onClose);
  const atOnce = isChanged && preview.kind === 'loaded' ? preview.value.atOnceCount : 0;
  // What saving does is on the screen before it can be saved.
  const isUnseen = isChanged && preview.kind !== 'loaded';
  const userFields = (
    <div className={styles.fields}>
      <UserPolicyFields form={form} saved={policy} onChange={change} />
      <Select
        label={texts.keySettings.clipboard}
        options={clipboardOptions(preferences.clipboardClearSeconds, shell)}
        value={seconds}
        onChange={setSeconds}
        description={texts.keySettings.clipboardHint}
      />
    </div>
  );
  const teamFields = (
    <div className={styles.fields}>
      <TeamPolicyFields form={form} onChange={change} />
    </div>
  );
  return (
    <Dialog
      title={texts.keySettings.title}
      size="medium"
      onClose={onClose}
      onSubmit={() => {
        if (draft !== null && !isUnseen) save.submit({ draft, clipboardClearSeconds: Number(seconds) });
      }}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button
            variant={atOnce > 0 ? 'danger' : 'primary'}
            type="submit"
            isPending={save.isPending}
            isDisabled={draft === null || isUnseen}
          >
            {saveText(atOnce, texts)}
          </Button>
        </>
      }
    >
      {policy.isAdmin ? (
        <div className={styles.tabs}>
          <Tabs
            label={texts.keySettings.whoseRules}
            selected={tab}
            onChange={setTab}
            tabs={[
              { id: 'user', label: texts.keySettings.yourKeys, content: userFields },
              { id: 'team', label: texts.keySettings.teamPolicy, content: teamFields },
            ]}
          />
        </div>
      ) : (
        userFields
      )}
      {isChanged && preview.kind === 'loaded' && <PolicyPreviewNote preview={preview.value} />}
      {isChanged && preview.kind === 'failed' && <ErrorNote error={preview.error} />}
      {save.error !== null && <ErrorNote error={save.error} />}
    </Dialog>
  );
}

function saveText(atOnce: number, texts: KeyDialogsTexts): string {
  return atOnce === 0 ? texts.common.save : texts.keySettings.saveAndEnd(atOnce);
}
