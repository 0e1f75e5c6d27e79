import type { SendableFile } from '../../../shared/domain/body-file.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import type { Owner } from './use-owners.ts';
import { useShowFailure } from './use-show-failure.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface SentFileRowProps {
  readonly file: SendableFile;
  readonly owner: Owner;
}

/** One file: where it is, whose requests may send it, its size, and where it goes without asking. */
export function SentFileRow({ file, owner }: SentFileRowProps) {
  const { sentFiles: texts } = useTexts(settingsTexts);
  const formats = useFormats();
  const show = useShowFailure();
  const forget = useCommand('files.forget');
  const { path, size, origins, collectionId } = file;
  const whose = owner === null ? '' : owner.kind === 'collection' ? texts.of(owner.name) : texts[owner.kind];
  const state = size === null ? texts.unreadable : formats.bytes(size);
  const where = origins.length === 0 ? texts.nowhere : texts.goesTo(formats.list(origins));
  return (
    <SettingRow
      title={<span className={styles.address}>{path}</span>}
      description={
        <>
          <span className={styles.line}>
            {whose} {state}.
          </span>
          <span className={styles.line}>{where}</span>
        </>
      }
    >
      <Button
        size="small"
        aria-label={texts.takeBackOf(path)}
        onPress={() => show(forget.run({ collectionId: collectionId === '' ? null : collectionId, path }))}
      >
        {texts.takeBack}
      </Button>
    </SettingRow>
  );
}
