import { Copy, Download, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Environment } from '../../../../shared/domain/environment.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { EnvironmentNameDialog } from './environment-name-dialog.tsx';
import { environmentsTexts } from '../../../../shared/texts/en/environments.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface EnvironmentMenuProps {
  readonly environment: Environment;
  /** Shows another one. */
  readonly onOpen: (id: string | null) => void;
  readonly onDeleted: (undoId: string, name: string) => void;
}

/** What can be done with a whole environment. */
export function EnvironmentMenu({ environment, onOpen, onDeleted }: EnvironmentMenuProps) {
  const texts = useTexts(environmentsTexts);
  const duplicate = useCommand('environments.duplicate');
  const remove = useCommand('environments.delete');
  const save = useCommand('exports.saveEnvironment');
  const toast = useToast();
  const [isRenaming, setIsRenaming] = useState(false);
  const { id, name } = environment;
  return (
    <>
      <MenuButton
        label={texts.menu.more(name)}
        icon={<MoreHorizontal />}
        actions={[
          {
            id: 'rename',
            label: texts.common.rename,
            icon: <Pencil />,
            onAction: () => {
              setIsRenaming(true);
            },
          },
          {
            id: 'duplicate',
            label: texts.menu.duplicate,
            icon: <Copy />,
            onAction: () => {
              void duplicate.run({ id }).then((result) => {
                if (result.ok) onOpen(result.value.id);
                else toast.showError(result.error);
              });
            },
          },
          {
            id: 'export',
            label: texts.menu.export,
            description: texts.menu.exportNote,
            icon: <Download />,
            onAction: () => {
              void save.run({ id }).then((result) => {
                if (!result.ok) toast.showError(result.error);
                else if (result.value.kind === 'saved')
                  toast.show({ tone: 'good', title: texts.menu.saved(result.value.fileName) });
              });
            },
          },
          {
            id: 'delete',
            label: texts.common.delete,
            icon: <Trash2 />,
            isDanger: true,
            startsGroup: true,
            onAction: () => {
              void remove.run({ id }).then((result) => {
                if (!result.ok) {
                  toast.showError(result.error);
                  return;
                }
                onDeleted(result.value.undoId, name);
                onOpen(null);
              });
            },
          },
        ]}
      />
      {isRenaming && (
        <EnvironmentNameDialog
          environment={environment}
          onClose={() => {
            setIsRenaming(false);
          }}
        />
      )}
    </>
  );
}
