import { Braces, Download, Sheet } from 'lucide-react';
import type { ActivityFilter } from '../../../shared/domain/activity.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useToast } from '../../ui/use-toast.ts';

/** Writes what the filter takes to a file. */
export function ExportMenu({ filter }: { readonly filter: ActivityFilter }) {
  const { run } = useCommand('activity.export');
  const toast = useToast();
  const save = (format: 'csv' | 'json') => {
    void run({ format, filter }).then((result) => {
      if (!result.ok) toast.showError(result.error);
      else if (result.value.kind === 'saved') {
        const { count, fileName } = result.value;
        const entries = count === 1 ? '1 entry' : `${count.toLocaleString()} entries`;
        toast.show({ tone: 'good', title: `Exported ${entries} to ${fileName}.` });
      }
    });
  };
  return (
    <MenuButton
      label="Export activity"
      icon={<Download />}
      size="medium"
      actions={[
        {
          id: 'csv',
          label: 'Export as CSV…',
          icon: <Sheet />,
          description: 'What is listed, for a spreadsheet',
          onAction: () => {
            save('csv');
          },
        },
        {
          id: 'json',
          label: 'Export as JSON…',
          icon: <Braces />,
          description: 'What is listed, for a program',
          onAction: () => {
            save('json');
          },
        },
      ]}
    />
  );
}
