import { useState } from 'react';
import type { HistoryRetention } from '../../../shared/domain/history-filter.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const COUNTS = [500, 1_000, 5_000, 20_000, 100_000];
const DAYS = [0, 7, 30, 90, 365];
const number = new Intl.NumberFormat('en');

interface HistorySectionProps {
  readonly retention: HistoryRetention;
}

/** How much of the history is kept. What a choice would delete is told before it is. */
export function HistorySection({ retention }: HistorySectionProps) {
  const bridge = useBridge();
  const toast = useToast();
  const change = useCommand('history.setRetention');
  const [asked, setAsked] = useState<{ readonly wanted: HistoryRetention; readonly count: number } | null>(
    null,
  );
  const keep = (wanted: HistoryRetention) => {
    void change.run(wanted).then((result) => {
      if (result.ok) setAsked(null);
      else toast.showError(result.error);
    });
  };
  const choose = (part: Partial<HistoryRetention>) => {
    const wanted = { ...retention, ...part };
    void bridge.invoke('history.countBeyond', wanted).then((result) => {
      if (!result.ok) toast.showError(result.error);
      else if (result.value.count === 0) keep(wanted);
      else setAsked({ wanted, count: result.value.count });
    });
  };
  return (
    <SettingGroup title="History">
      <SettingRow
        title="Sent requests that are kept"
        description="The newest, each with what came back. Pinned ones stay beside them. Keys are never kept in the history."
      >
        <div className={styles.select}>
          <Select
            label="Sent requests that are kept"
            isLabelHidden
            options={withOwn(COUNTS, retention.maxEntries).map((count) => ({
              id: String(count),
              label: number.format(count),
            }))}
            value={String(retention.maxEntries)}
            onChange={(count) => {
              choose({ maxEntries: Number(count) });
            }}
          />
        </div>
      </SettingRow>
      <SettingRow title="For how long" description="What is older is deleted, unless it is pinned.">
        <div className={styles.select}>
          <Select
            label="For how long"
            isLabelHidden
            options={withOwn(DAYS, retention.maxDays).map((days) => ({
              id: String(days),
              label: days === 0 ? 'Any age' : `${number.format(days)} days`,
            }))}
            value={String(retention.maxDays)}
            onChange={(days) => {
              choose({ maxDays: Number(days) });
            }}
          />
        </div>
      </SettingRow>
      {asked !== null && (
        <AlertDialog
          title="Delete older requests?"
          action={`Delete ${number.format(asked.count)}`}
          isPending={change.isPending}
          error={change.error}
          onClose={() => {
            setAsked(null);
          }}
          onAction={() => {
            keep(asked.wanted);
          }}
        >
          <p>
            {asked.count === 1
              ? 'One sent request is beyond this and is deleted now.'
              : `${number.format(asked.count)} sent requests are beyond this and are deleted now.`}{' '}
            This cannot be taken back. Pinned requests stay.
          </p>
        </AlertDialog>
      )}
    </SettingGroup>
  );
}

/** The usual choices, and what is set. */
function withOwn(choices: readonly number[], own: number): readonly number[] {
  return [...new Set([...choices, own])].sort((a, b) => a - b);
}
