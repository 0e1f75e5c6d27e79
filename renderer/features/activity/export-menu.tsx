import { Braces, Download, Sheet } from 'lucide-react';
import type { ActivityFilter } from '../../../shared/domain/activity.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { activityTexts } from '../../../shared/texts/en/activity.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Writes what the filter takes to a file. */
export function ExportMenu({ filter }: { readonly filter: ActivityFilter }) {
  const { export: texts } = useTexts(activityTexts);
  const { run } = useCommand('activity.export');
  const toast = useToast();
  const save = (format: 'csv' | 'json') => {
    void run({ format, filter }).then((result) => {
      if (!result.ok) toast.showError(result.error);
      else if (result.value.kind === 'saved') {
        const { count, fileName } = result.value;
        toast.show({ tone: 'good', title: texts.done(count, fileName) });
      }
    });
  };
  return (
    <MenuButton
      label={texts.label}
      icon={<Download />}
      size="medium"
      actions={[
        {
          id: 'csv',
          label: texts.csv,
          icon: <Sheet />,
          description: texts.csvHint,
          onAction: () => {
            save('csv');
          },
        },
        {
          id: 'json',
          label: texts.json,
          icon: <Braces />,
          description: texts.jsonHint,
          onAction: () => {
            save('json');
          },
        },
      ]}
    />
  );
}
