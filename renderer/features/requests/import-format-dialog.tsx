import { useState } from 'react';
import { importFormatNames, type ImportFormat } from '../../../shared/domain/import.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';

interface ImportFormatDialogProps {
  readonly formats: readonly ImportFormat[];
  readonly onChoose: (format: ImportFormat) => void;
  readonly onClose: () => void;
}

/** Several formats fit what is imported: the person says which it is. */
export function ImportFormatDialog({ formats, onChoose, onClose }: ImportFormatDialogProps) {
  const [format, setFormat] = useState<ImportFormat | null>(formats[0] ?? null);
  return (
    <Dialog
      title="What is it?"
      onClose={onClose}
      onSubmit={() => {
        if (format !== null) onChoose(format);
      }}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Continue
          </Button>
        </>
      }
    >
      <Select<ImportFormat>
        label="Format"
        options={formats.map((id) => ({ id, label: importFormatNames[id] }))}
        value={format}
        onChange={setFormat}
        description="The content can be read as each of these."
      />
    </Dialog>
  );
}
