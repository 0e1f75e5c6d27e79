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
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

const COUNTS = [500, 1_000, 5_000, 20_000, 100_000];
const DAYS = [0, 7, 30, 90, 365];

interface HistorySectionProps {
  readonly retention: HistoryRetention;
}

/** How much of the history is kept. What a choice would delete is told before it is. */
export function HistorySection({ retention }: HistorySectionProps) {
  const { history: texts } = useTexts(settingsTexts);
  const formats = useFormats();
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
    <SettingGroup title={texts.title}>
      <SettingRow title={texts.kept} description={texts.keptDescription}>
        <div className={styles.select}>
          <Select
            label={texts.kept}
            isLabelHidden
            options={withOwn(COUNTS, retention.maxEntries).map((count) => ({
              id: String(count),
              label: formats.number(count),
            }))}
            value={String(retention.maxEntries)}
            onChange={(count) => {
              choose({ maxEntries: Number(count) });
            }}
          />
        </div>
      </SettingRow>
      <SettingRow title={texts.forHowLong} description={texts.forHowLongDescription}>
        <div className={styles.select}>
          <Select
            label={texts.forHowLong}
            isLabelHidden
            options={withOwn(DAYS, retention.maxDays).map((days) => ({
              id: String(days),
              label: days === 0 ? texts.anyAge : texts.days(days),
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
          title={texts.deleteTitle}
          action={texts.deleteAction(asked.count)}
          isPending={change.isPending}
          error={change.error}
          onClose={() => {
            setAsked(null);
          }}
          onAction={() => {
            keep(asked.wanted);
          }}
        >
          <p>{texts.deleteExplanation(asked.count)}</p>
        </AlertDialog>
      )}
    </SettingGroup>
  );
}

/** The usual choices, and what is set. */
function withOwn(choices: readonly number[], own: number): readonly number[] {
  return [...new Set([...choices, own])].sort((a, b) => a - b);
}
