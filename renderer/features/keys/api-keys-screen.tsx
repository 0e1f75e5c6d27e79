import { lazy, memo, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useNavigationIntent } from '../../app/navigation-context.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import type { KeyDialog } from './key-dialog.ts';
import { KeysContent } from './keys-content.tsx';
import { ServicesSection } from './services-section.tsx';
import { useKeyList } from './use-key-list.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

const NO_SERVICES: readonly Service[] = [];

/** A fifth of the page’s code, and nobody needs it to see their keys. */
const KeyDialogs = lazy(async () => ({ default: (await import('./key-dialogs.tsx')).KeyDialogs }));

interface ApiKeysScreenProps {
  /** The section below the table, another feature’s. */
  readonly accessKeys: ReactNode;
}

/** The start page: every API key, and what can be done with it. */
export function ApiKeysScreen({ accessKeys }: ApiKeysScreenProps) {
  const texts = useTexts(keysTexts);
  const { tryAgain } = useTexts(uiTexts);
  const [dialog, setDialog] = useState<KeyDialog | null>(null);
  const services = useCommandQuery('services.list', {});
  const allServices = services.kind === 'loaded' ? services.value : NO_SERVICES;
  const list = useKeyList(allServices);
  const { state: keys, focusKey } = list;
  useFirstContent(keys.kind !== 'loading' && services.kind !== 'loading');
  // Asked for once the keys are there, so that they do not wait for it.
  const [hadDialogs, setHadDialogs] = useState(false);
  const needsDialogs = keys.kind !== 'loading' || dialog !== null;
  useEffect(() => {
    if (needsDialogs) setHadDialogs(true);
  }, [needsDialogs]);
  useNavigationIntent((intent) => {
    if (intent.kind === 'generate-key') setDialog({ kind: 'generate' });
    if (intent.kind === 'add-key') setDialog({ kind: 'add', serviceId: null });
    if (intent.kind === 'focus-key') focusKey(intent.apiKeyId);
    if (intent.kind === 'regenerate-key') void askToRegenerate(intent.apiKeyId);
  });
  const bridge = useBridge();
  const askToRegenerate = async (id: string) => {
    focusKey(id);
    const key = await bridge.invoke('keys.get', { id });
    // One that is gone in the meantime has no row either.
    if (key.ok) setDialog({ kind: 'regenerate', apiKey: key.value });
  };
  const hasKeys = keys.kind !== 'loaded' || keys.shown.all > 0;
  const failure = [keys, services].find((query) => query.kind === 'failed');
  return (
    <Page
      title={texts.title}
      description={texts.description}
      actions={<PageActions hasKeys={hasKeys} onOpen={setDialog} />}
    >
      {failure !== undefined && (
        <ErrorNote error={failure.error} actions={<Button onPress={failure.retry}>{tryAgain}</Button>} />
      )}
      {keys.kind !== 'failed' && <KeysContent list={list} services={allServices} onOpen={setDialog} />}
      {accessKeys}
      <ServicesSection services={allServices} isLoading={services.kind === 'loading'} />
      {hadDialogs && (
        <Suspense fallback={null}>
          <KeyDialogs dialog={dialog} services={allServices} onChange={setDialog} onFocusKey={focusKey} />
        </Suspense>
      )}
    </Page>
  );
}

interface PageActionsProps {
  readonly hasKeys: boolean;
  readonly onOpen: (dialog: KeyDialog) => void;
}

/** Without a key, generating one is offered where the keys will be, and not twice. */
const PageActions = memo(function PageActions({ hasKeys, onOpen }: PageActionsProps) {
  const texts = useTexts(keysTexts);
  return (
    <>
      <Button
        onPress={() => {
          onOpen({ kind: 'settings' });
        }}
      >
        {texts.settings}
      </Button>
      {hasKeys && (
        <>
          <Button
            onPress={() => {
              onOpen({ kind: 'add', serviceId: null });
            }}
          >
            {texts.add}
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              onOpen({ kind: 'generate' });
            }}
          >
            {texts.generate}
          </Button>
        </>
      )}
    </>
  );
});
