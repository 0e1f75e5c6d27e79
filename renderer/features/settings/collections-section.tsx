import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';

/** Where the collections' files are. */
export function CollectionsSection() {
  const folder = useCommandQuery('collections.getFolder', {});
  const choose = useCommand('collections.chooseFolder');
  const useOwn = useCommand('collections.useOwnFolder');
  const toast = useToast();
  const tell = (result: Awaited<ReturnType<typeof choose.run | typeof useOwn.run>>) => {
    if (!result.ok) toast.showError(result.error);
    else if (result.value !== null)
      toast.show({ tone: 'good', title: 'Collections are read from there now. No file was moved.' });
  };
  return (
    <SettingGroup title="Collections">
      <SettingRow
        title="Folder"
        description={
          folder.kind === 'failed'
            ? folder.error.message
            : folder.kind === 'loaded'
              ? folder.value.path
              : 'Looking…'
        }
      >
        {folder.kind === 'loaded' && !folder.value.isOwn && (
          <Button size="small" isPending={useOwn.isPending} onPress={() => void useOwn.run({}).then(tell)}>
            Use Keyfob’s own
          </Button>
        )}
        <Button size="small" isPending={choose.isPending} onPress={() => void choose.run({}).then(tell)}>
          Choose folder…
        </Button>
      </SettingRow>
    </SettingGroup>
  );
}
