import { Download } from 'lucide-react';
import { useCommand } from '../../../bridge/use-command.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface ExportCollectionButtonProps {
  readonly id: string;
  readonly name: string;
}

/** Saves a collection as a Postman file. */
export function ExportCollectionButton({ id, name }: ExportCollectionButtonProps) {
  const texts = useTexts(collectionsTexts);
  const save = useCommand('exports.saveCollection');
  const toast = useToast();
  return (
    <IconButton
      label={texts.exporting.collection(name)}
      tooltip={texts.exporting.short}
      icon={<Download />}
      size="small"
      onPress={() => {
        void save.run({ id }).then((result) => {
          if (!result.ok) toast.showError(result.error);
          else if (result.value.kind === 'saved')
            toast.show({ tone: 'good', title: texts.exporting.saved(result.value.fileName) });
        });
      }}
    />
  );
}
