import { useState } from 'react';
import { apiKeyStatus, type ApiKey } from '../../../shared/domain/api-key.ts';
import { graceDuration, type GraceChoice } from '../../../shared/domain/expiry.ts';
import { graceEnd, NO_POLICIES, type KeyPolicies } from '../../../shared/domain/key-policy.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CommandError } from './command-error.tsx';
import styles from './dialog-text.module.css';
import { GraceField } from './grace-field.tsx';
import { NO_GRACE, readGrace } from './grace-selection.ts';
import { GuidedRegenerateDialog } from './guided-regenerate-dialog.tsx';
import type { KeyDialog } from './key-dialog.ts';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RegenerateDialogProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
  readonly onClose: () => void;
  readonly onChange: (dialog: KeyDialog) => void;
}

/** Makes a new value for a key that Keyfob issued; for another, guides through the swap. */
export function RegenerateDialog(props: RegenerateDialogProps) {
  return props.apiKey.isIssuedHere ? <RegenerateForm {...props} /> : <GuidedRegenerateDialog {...props} />;
}

function RegenerateForm({ apiKey, service, onClose, onChange }: RegenerateDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const regenerate = useCommand('keys.regenerate');
  const policy = useCommandQuery('policy.get', {});
  const [selection, setSelection] = useState(NO_GRACE);
  const now = useNow();
  // Only the Local API is ours, so only there Keyfob can say when the old key ends; one that has ended stays so.
  const hasGrace = service?.kind === 'local' && apiKeyStatus(apiKey, now) !== 'expired';
  const reading = readGrace(selection, texts);
  const submit = () => {
    if (hasGrace && reading.kind === 'incomplete') return;
    const grace = hasGrace && reading.kind === 'chosen' ? reading.choice : 'now';
    void regenerate.run({ id: apiKey.id, grace }).then((result) => {
      if (result.ok) onChange({ kind: 'reveal', apiKey: result.value });
    });
  };
  const policies = policy.kind === 'loaded' ? policy.value : NO_POLICIES;
  const consequence =
    reading.kind === 'chosen' ? consequenceOf(reading.choice, { apiKey, policies, now }, texts) : undefined;
  return (
    <Dialog
      title={texts.regenerate.title(apiKey.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={regenerate.isPending}>
            {texts.regenerate.regenerate}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{texts.regenerate.newValue}</p>
      {hasGrace ? (
        <GraceField selection={selection} onChange={setSelection} description={consequence} />
      ) : service?.kind === 'local' ? (
        <p className={styles.note}>{texts.regenerate.hasExpired}</p>
      ) : (
        <p className={styles.note}>
          <bdi>{service?.name ?? texts.common.itsService}</bdi> {texts.regenerate.register}
        </p>
      )}
      <CommandError error={regenerate.error} onResolved={submit} />
    </Dialog>
  );
}

/** What becomes of the old key: a policy may end it before the grace does. */
function consequenceOf(
  choice: GraceChoice,
  {
    apiKey,
    policies,
    now,
  }: { readonly apiKey: ApiKey; readonly policies: KeyPolicies; readonly now: number },
  texts: KeyDialogsTexts,
): string {
  if (choice === 'now') return texts.regenerate.refusedAtOnce;
  const ending = { ...apiKey, lastUsedAt: apiKey.lastUsed?.at ?? null };
  const wanted = now + graceDuration(choice);
  const end = graceEnd(ending, policies, { now, graceMs: wanted - now });
  const reason = end < wanted ? texts.regenerate.maximum : '';
  return texts.regenerate.bothUntil(end, reason);
}
