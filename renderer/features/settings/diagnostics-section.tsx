import { useState } from 'react';
import { diagnosticsReport, type Diagnostics, type Integrity } from '../../../shared/domain/diagnostics.ts';
import { diagnosticsTexts } from '../../../shared/texts/en/diagnostics.ts';
import { useCopyText } from '../../app/use-copy-text.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Tag } from '../../ui/tag.tsx';
import { CheckProgressNote } from './check-progress-note.tsx';
import { DeadKeysRow } from './dead-keys-row.tsx';
import { IntegrityText } from './integrity-text.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';

/** Whether all is well with what Keyfob keeps, and what to tell those who mend it. */
export function DiagnosticsSection({ facts }: { readonly facts: Diagnostics }) {
  const texts = useTexts(diagnosticsTexts);
  const formats = useFormats();
  const copyText = useCopyText();
  const check = useCommand('diagnostics.check');
  const [integrity, setIntegrity] = useState<Integrity | null>(null);
  const [newest] = facts.backups;
  const look = async () => {
    const result = await check.run({});
    if (result.ok) setIntegrity(result.value);
  };
  return (
    <SettingGroup title={texts.title}>
      <SettingRow
        title={texts.backups}
        description={
          newest === undefined ? texts.noBackups : texts.backupsDescription(formats.dateTime(newest))
        }
      >
        {newest !== undefined && <Tag tone="good">{texts.backupCount(facts.backups.length)}</Tag>}
      </SettingRow>
      <DeadKeysRow state={facts.deadKeys} />
      <SettingRow
        title={texts.integrity}
        description={
          <div role="status">
            {check.isPending && <CheckProgressNote />}
            {integrity === null ? texts.notChecked : <IntegrityText integrity={integrity} />}
            {check.error !== null && <ErrorNote error={check.error} />}
          </div>
        }
      >
        <Button size="small" isPending={check.isPending} onPress={() => void look()}>
          {texts.check}
        </Button>
      </SettingRow>
      <SettingRow title={texts.report} description={texts.reportDescription}>
        <CopyButton
          size="small"
          label={texts.copy}
          onCopy={() => copyText(diagnosticsReport(facts, integrity))}
        />
      </SettingRow>
    </SettingGroup>
  );
}
