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
import { countKeys } from './plural.ts';
import styles from './revoke-dialog.module.css';
import type { ShownPage } from './use-team-keys.ts';

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
  const [reason, setReason] = useState<RevokeChoice>('by-admin');
  const selection = useCommandQuery('team.describeSelection', { keys: keys.choice });
  const revoke = useCommand('team.revoke');
  const toast = useToast();
  const count = countKeys(selection.kind === 'loaded' ? selection.value.live : keys.count);
  return (
    <AlertDialog
      title={`Revoke ${count}?`}
      action={`Revoke ${count}`}
      isPending={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onAction={() => {
        const show = shownPage.drawn();
        void revoke.run({ keys: keys.choice, reason, show }).then((result) => {
          if (!result.ok) return;
          shownPage.onAnswer(show, result.value.shown);
          toast.show({ tone: 'good', title: `Revoked ${countKeys(result.value.revoked)}` });
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
        label="Reason"
        options={[
          { id: 'by-admin', label: 'Revoked by an admin', description: 'No longer needed, or not wanted.' },
          { id: 'exposed', label: 'Exposed', description: 'Its value was seen where it should not be.' },
        ]}
        value={reason}
        onChange={setReason}
      />
    </AlertDialog>
  );
}

function Consequences({ selection }: { readonly selection: TeamSelection }) {
  const { live, accessKeys, yours, elsewhere, usedLately } = selection;
  return (
    <div className={styles.text}>
      <p>
        The Local API refuses {live === 1 ? 'it' : 'all of them'} from the next request on.{' '}
        <strong>This cannot be taken back.</strong> What was done with {live === 1 ? 'it' : 'them'} stays in
        the record.
      </p>
      <ul className={styles.list}>
        {usedLately > 0 && <li>{countKeys(usedLately)} used within the last 7 days.</li>}
        {yours > 0 && <li>{countKeys(yours)} of your own: removed from API keys, with the sealed value.</li>}
        {accessKeys > 0 && <li>{countKeys(accessKeys)} to collections: deleted, and their URLs end.</li>}
        {elsewhere > 0 && (
          <li>
            {countKeys(elsewhere)} of other services: removed here only. Revoke{' '}
            {elsewhere === 1 ? 'it' : 'them'} at the service too.
          </li>
        )}
      </ul>
    </div>
  );
}
