import { useState } from 'react';
import type { RevokeChoice, TeamSelection } from '../../../shared/domain/team.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import type { ChosenKeys } from './chosen-keys.ts';
import styles from './revoke-dialog.module.css';
import type { ShownPage } from './use-team-keys.ts';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RevokeDialogProps {
  readonly keys: ChosenKeys;
  /** Of a single key that was chosen by its row. */
  readonly name: string | null;
  readonly shownPage: ShownPage;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

/** Asks before keys are revoked: how many, what it means for whom, and why. */
export function RevokeDialog({ keys, name, shownPage, onClose, onRevoked }: RevokeDialogProps) {
  const texts = useTexts(teamTexts);
  const [reason, setReason] = useState<RevokeChoice>('by-admin');
  const selection = useCommandQuery('team.describeSelection', { keys: keys.choice });
  const revoke = useCommand('team.revoke');
  const toast = useToast();
  const count = texts.common.keys(selection.kind === 'loaded' ? selection.value.live : keys.count);
  return (
    <AlertDialog
      title={texts.revocation.title(count)}
      action={texts.revocation.revoke(count)}
      isPending={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onAction={() => {
        const show = shownPage.drawn();
        void revoke.run({ keys: keys.choice, reason, show }).then((result) => {
          if (!result.ok) return;
          shownPage.onAnswer(show, result.value.shown);
          toast.show({ tone: 'good', title: texts.revocation.done(texts.common.keys(result.value.revoked)) });
          onRevoked();
        });
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
