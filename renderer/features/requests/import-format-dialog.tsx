import { useState } from 'react';
import type { ImportFormat } from '../../../shared/domain/import.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { importingTexts } from '../../../shared/texts/en/importing.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ImportFormatDialogProps {
  readonly formats: readonly ImportFormat[];
  readonly onChoose: (format: ImportFormat) => void;
  readonly onClose: () => void;
}

/** Several formats fit what is imported: the person says which it is. */
export function ImportFormatDialog({ formats, onChoose, onClose }: ImportFormatDialogProps) {
  const texts = useTexts(importingTexts);
  const [format, setFormat] = useState<ImportFormat | null>(formats[0] ?? null);
  return (
    <Dialog
      title={texts.format.question}
      onClose={onClose}
      onSubmit={() => {
        if (format !== null) onChoose(format);
      }}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit">
            {texts.format.continue}
          </Button>
        </>
      }
    >
      <Select<ImportFormat>
        label={texts.format.label}
        options={formats.map((id) => ({ id, label: texts.formats[id] }))}
        value={format}
        onChange={setFormat}
        description={texts.format.note}
      />
    </Dialog>
  );
}
