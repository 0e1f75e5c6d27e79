import { OPENAPI_PATH, type LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCopyText } from '../../app/use-copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SettingRow } from './setting-row.tsx';

/** The document about its routes, to be read in the browser or given to a program. */
export function LocalApiDocumentRow({ state }: { readonly state: LocalApiState }) {
  const open = useCommand('localApi.openDocument');
  const copyText = useCopyText();
  const isRunning = state.kind === 'running';
  return (
    <SettingRow
      title="OpenAPI document"
      description={
        <>
          Every route, what goes in and what comes out. Reading it needs no key.
          {open.error !== null && <ErrorNote error={open.error} />}
        </>
      }
    >
      <CopyButton
        size="small"
        variant="quiet"
        label="Copy link"
        aria-label="Copy link to the OpenAPI document"
        isDisabled={!isRunning}
        onCopy={() => (isRunning ? copyText(state.url + OPENAPI_PATH) : Promise.resolve(false))}
      />
      <Button
        size="small"
        isDisabled={!isRunning}
        isPending={open.isPending}
        aria-label="Open the OpenAPI document in the browser"
        onPress={() => void open.run({})}
      >
        Open
      </Button>
    </SettingRow>
  );
}
