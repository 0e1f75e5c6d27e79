import { DatabaseBackup } from 'lucide-react';
import { useState } from 'react';
import type { LedgerState } from '../../shared/domain/ledger-state.ts';
import { useCommand } from '../bridge/use-command.ts';
import { AlertDialog } from '../ui/alert-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { formatDateTime } from '../ui/format-time.ts';
import styles from './ledger-closed-page.module.css';
import { ProductMark } from './product-mark.tsx';
import { useFirstContent } from './use-first-content.ts';

type ClosedLedger = Extract<LedgerState, { kind: 'closed' }>;

const titles: Record<ClosedLedger['reason'], string> = {
  damaged: 'Your ledger cannot be opened',
  'newer-version': 'Your ledger is from a newer Keyfob',
  unwritable: 'Your ledger cannot be written',
};

/** Takes the whole window while the ledger cannot be opened: what happened, and the two ways on. */
export function LedgerClosedPage({ ledger }: { readonly ledger: ClosedLedger }) {
  const [isAsking, setIsAsking] = useState(false);
  const restore = useCommand('ledger.restoreBackup');
  // A file that cannot be written is not damaged: to put another in its place would only hide it.
  const canBeReplaced = ledger.reason !== 'unwritable';
  useFirstContent(true);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.product}>
          <ProductMark /> Keyfob
        </div>
        <div className={styles.text}>
          <h1 className={styles.title}>{titles[ledger.reason]}</h1>
          <p>{ledger.message}</p>
          <p>{ledger.remedy}</p>
          {canBeReplaced && (
            <p className={styles.promise}>
              Nothing is deleted: the file that does not open is set aside in Keyfob’s folder, beside the new
              ledger.
            </p>
          )}
          {canBeReplaced && ledger.backup !== null && (
            <p>
              A backup knows nothing of what came after it: Local API keys that were deleted or regenerated
              since then work again as they did. Delete or regenerate them once more.
            </p>
          )}
        </div>
        {restore.error !== null && <ErrorNote error={restore.error} />}
        {canBeReplaced && (
          <div className={styles.actions}>
            {ledger.backup !== null && (
              <Button
                variant="primary"
                icon={<DatabaseBackup />}
                isPending={restore.isPending}
                onPress={() => void restore.run({})}
              >
                {restoreLabel(ledger.backup)}
              </Button>
            )}
            <Button
              onPress={() => {
                setIsAsking(true);
              }}
            >
              Start with an empty ledger
            </Button>
          </div>
        )}
      </div>
      {isAsking && (
        <StartEmptyDialog
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </main>
  );
}

function restoreLabel(backup: NonNullable<ClosedLedger['backup']>): string {
  const keys = backup.keyCount === 1 ? '1 key' : `${String(backup.keyCount)} keys`;
  return `Restore the backup of ${formatDateTime(backup.takenAt)} (${keys})`;
}

function StartEmptyDialog({ onClose }: { readonly onClose: () => void }) {
  const start = useCommand('ledger.startEmpty');
  return (
    <AlertDialog
      title="Start with an empty ledger?"
      action="Start empty"
      onClose={onClose}
      isPending={start.isPending}
      error={start.error}
      onAction={() => {
        void start.run({}).then((result) => {
          if (result.ok) onClose();
        });
      }}
    >
      <p>
        Keyfob begins with no API keys, services or history. The file that does not open and its backups are
        set aside in Keyfob’s folder.
      </p>
    </AlertDialog>
  );
}
