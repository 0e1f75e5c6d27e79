import { OPENAPI_PATH, type LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCopyText } from '../../app/use-copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SettingRow } from './setting-row.tsx';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';

/** The document about its routes, to be read in the browser or given to a program. */
export function LocalApiDocumentRow({ state }: { readonly state: LocalApiState }) {
  const { localApi: texts } = useTexts(settingsTexts);
  const open = useCommand('localApi.openDocument');
  const copyText = useCopyText();
  const isRunning = state.kind === 'running';
  return (
    <SettingRow
      title={texts.document}
      description={
        <>
          {texts.documentDescription}
          {open.error !== null && <ErrorNote error={open.error} />}
        </>
      }
    >
      <CopyButton
        size="small"
        variant="quiet"
        label={texts.copyLink}
        aria-label={texts.copyLinkLabel}
        isDisabled={!isRunning}
        onCopy={() => (isRunning ? copyText(state.url + OPENAPI_PATH) : Promise.resolve(false))}
      />
      <Button
        size="small"
        isDisabled={!isRunning}
        isPending={open.isPending}
        aria-label={texts.openLabel}
        onPress={() => void open.run({})}
      >
        {texts.open}
      </Button>
    </SettingRow>
  );
}
