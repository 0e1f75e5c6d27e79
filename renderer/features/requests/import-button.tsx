import { ClipboardPaste, FileInput, FolderInput, Import } from 'lucide-react';
import { useCallback } from 'react';
import { useNavigationIntent } from '../../app/navigation-context.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ImportFormatDialog } from './import-format-dialog.tsx';
import { useImport } from './use-import.ts';
import { useImportKeys } from './use-import-keys.ts';
import { importingTexts } from '../../../shared/texts/en/importing.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Brings collections, environments and requests in: from a file, a folder or the clipboard, or what is dropped onto the window. */
export function ImportButton() {
  const texts = useTexts(importingTexts);
  const { state, choose, paste, takeOpened, takeDropped, chooseFormat, close } = useImport();
  const chooseFile = useCallback(() => void choose('file'), [choose]);
  const pasteText = useCallback(() => void paste(), [paste]);
  useImportKeys(chooseFile, pasteText);
  useNavigationIntent(({ kind }) => {
    if (kind === 'import-opened') void takeOpened();
    else if (kind === 'import-dropped') void takeDropped();
    else if (kind === 'choose-import') chooseFile();
  });
  return (
    <>
      <MenuButton
        label={texts.common.import}
        icon={<Import />}
        actions={[
          {
            id: 'file',
            label: texts.from.file,
            description: texts.from.fileNote,
            icon: <FileInput />,
            shortcut: 'Ctrl+O',
            onAction: chooseFile,
          },
          {
            id: 'folder',
            label: texts.from.folder,
            description: texts.from.folderNote,
            icon: <FolderInput />,
            onAction: () => void choose('folder'),
          },
          {
            id: 'clipboard',
            label: texts.from.clipboard,
            description: texts.from.clipboardNote,
            icon: <ClipboardPaste />,
            onAction: pasteText,
          },
        ]}
      />
      {state.kind === 'ambiguous' && (
        <ImportFormatDialog
          formats={state.formats}
          onChoose={(format) => void chooseFormat(format)}
          onClose={close}
        />
      )}
      {state.kind === 'preview' && (
        <ImportDialog key={state.preview.token} preview={state.preview} onClose={close} />
      )}
    </>
  );
}
