import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

/** Where the collections' files are. */
export function CollectionsSection() {
  const { collections: texts } = useTexts(settingsTexts);
  const wordsOf = useErrorWords();
  const folder = useCommandQuery('collections.getFolder', {});
  const choose = useCommand('collections.chooseFolder');
  const useOwn = useCommand('collections.useOwnFolder');
  const toast = useToast();
  const tell = (result: Awaited<ReturnType<typeof choose.run | typeof useOwn.run>>) => {
    if (!result.ok) toast.showError(result.error);
    else if (result.value !== null) toast.show({ tone: 'good', title: texts.changed });
  };
  return (
    <SettingGroup title={texts.title}>
      <SettingRow
        title={texts.folder}
        description={
          folder.kind === 'failed'
            ? wordsOf(folder.error).message
            : folder.kind === 'loaded'
              ? folder.value.path
              : texts.looking
        }
      >
        {folder.kind === 'loaded' && !folder.value.isOwn && (
          <Button size="small" isPending={useOwn.isPending} onPress={() => void useOwn.run({}).then(tell)}>
            {texts.useOwn}
          </Button>
        )}
        <Button size="small" isPending={choose.isPending} onPress={() => void choose.run({}).then(tell)}>
          {texts.choose}
        </Button>
      </SettingRow>
    </SettingGroup>
  );
}
