import { useState } from 'react';
import type { RevokeChoice, TeamSelection } from '../../../shared/domain/team.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { ChosenKeys } from './chosen-keys.ts';
import styles from './revoke-dialog.module.css';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

export interface Revocation {
  readonly reason: RevokeChoice;
  /** Whether what was made with the keys ends too. */
  readonly deletesMade: boolean;
}

interface RevokeDialogProps {
  readonly keys: ChosenKeys;
  /** Of a single key that was chosen by its row. */
  readonly name: string | null;
  readonly onClose: () => void;
  readonly onRevoke: (keys: ChosenKeys, how: Revocation) => void;
}

/**
 * Asks before keys are revoked: how many, what it means for whom, and why. It goes with the press: drawing thousands of keys anew
 * does not wait for it to be taken away, and a message says how it went.
 */
export function RevokeDialog({ keys, name, onClose, onRevoke }: RevokeDialogProps) {
  const texts = useTexts(teamTexts);
  const [reason, setReason] = useState<RevokeChoice>('by-admin');
  const [deletesMade, setDeletesMade] = useState(true);
  const selection = useCommandQuery('team.describeSelection', { keys: keys.choice });
  const count = texts.common.keys(selection.kind === 'loaded' ? selection.value.live : keys.count);
  const made = selection.kind === 'loaded' ? selection.value.made : 0;
  return (
    <AlertDialog
      title={texts.revocation.title(count)}
      action={texts.revocation.revoke(count)}
      onClose={onClose}
      onAction={() => {
        onRevoke(keys, { reason, deletesMade: made > 0 && deletesMade });
        onClose();
      }}
    >
      {name !== null && (
        <p className={styles.name} dir="auto">
          {name}
        </p>
      )}
      {selection.kind === 'loading' && <Skeleton width="80%" />}
      {selection.kind === 'failed' && <ErrorNote error={selection.error} />}
      {selection.kind === 'loaded' && <Consequences selection={selection.value} />}
      {made > 0 && (
        <Checkbox
          label={texts.revocation.alsoDelete(made)}
          isSelected={deletesMade}
          onChange={setDeletesMade}
        />
      )}
      <RadioGroup
        label={texts.revocation.reason}
        options={[
          { id: 'by-admin', label: texts.revocation.byAdmin, description: texts.revocation.byAdminHint },
          { id: 'exposed', label: texts.revocation.exposed, description: texts.revocation.exposedHint },
        ]}
        value={reason}
        onChange={setReason}
      />
    </AlertDialog>
  );
}

function Consequences({ selection }: { readonly selection: TeamSelection }) {
  const texts = useTexts(teamTexts);
  const { live, accessKeys, yours, elsewhere, usedLately } = selection;
  return (
    <div className={styles.text}>
      <p>
        {texts.revocation.refused(live)} <strong>{texts.revocation.isFinal}</strong>{' '}
        {texts.revocation.stays(live)}
      </p>
      <ul className={styles.list}>
        {usedLately > 0 && <li>{texts.revocation.usedLately(usedLately)}</li>}
        {yours > 0 && <li>{texts.revocation.yours(yours)}</li>}
        {accessKeys > 0 && <li>{texts.revocation.accessKeys(accessKeys)}</li>}
        {elsewhere > 0 && <li>{texts.revocation.elsewhere(elsewhere)}</li>}
      </ul>
    </div>
  );
}
