import { Copy, FolderOpen } from 'lucide-react';
import type { FoundFile } from '../../../shared/domain/exposed-scan.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './file-row.module.css';
import { placesText } from './scan-text.ts';
import { exposedTexts } from '../../../shared/texts/en/exposed.ts';
import { useTexts } from '../../language/speech-context.ts';

interface FileRowProps {
  readonly scanId: string;
  readonly file: FoundFile;
}

/** A file in which a key lies, and where in it. */
export function FileRow({ scanId, file }: FileRowProps) {
  const texts = useTexts(exposedTexts);
  const { run: show } = useCommand('exposed.showInFolder');
  const { run: copy } = useCommand('exposed.copyPath');
  const toast = useToast();
  const which = { scanId, fileId: file.id };
  const places = placesText(file, texts);
  return (
    <div className={styles.file}>
      <bdi className={styles.path} title={file.path}>
        {file.path}
      </bdi>
      <span className={styles.places} title={places}>
        {places}
      </span>
      <span className={styles.actions}>
        <IconButton
          label={texts.file.show(file.path)}
          tooltip={texts.file.showShort}
          size="small"
          icon={<FolderOpen />}
          onPress={() => {
            void show(which).then((result) => {
              if (!result.ok) toast.showError(result.error);
            });
          }}
        />
        <IconButton
          label={texts.file.copy(file.path)}
          tooltip={texts.file.copyShort}
          size="small"
          icon={<Copy />}
          onPress={() => {
            void copy(which).then((result) => {
              if (result.ok) toast.show({ tone: 'good', title: texts.file.copied });
              else toast.showError(result.error);
            });
          }}
        />
      </span>
    </div>
  );
}
