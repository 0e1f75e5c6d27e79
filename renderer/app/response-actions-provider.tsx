import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { shellTexts } from '../../shared/texts/en/shell.ts';
import { useBridge } from '../bridge/bridge-context.ts';
import { useFormats, useTexts } from '../language/speech-context.ts';
import { bytesOfBase64 } from '../ui/exchange/body-bytes.ts';
import { type ResponseActions, ResponseActionsContext } from '../ui/exchange/response-actions.ts';
import { useToast } from '../ui/use-toast.ts';
import { createLiveEvents } from './live-events.ts';
import { useCopyText } from './use-copy-text.ts';

/** As many as a person chooses among. */
const EARLIER = 20;

/** Lets whatever shows a response read, save and copy it. */
export function ResponseActionsProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const toast = useToast();
  const texts = useTexts(shellTexts);
  const formats = useFormats();
  const copyText = useCopyText();
  const [liveEvents] = useState(() => createLiveEvents(bridge));
  useEffect(() => liveEvents.start(), [liveEvents]);
  const actions = useMemo<ResponseActions>(() => {
    const showFile = async (id: string) => {
      const result = await bridge.invoke('responses.showFile', { id });
      if (!result.ok) toast.showError(result.error);
    };
    return {
      copyText,
      liveEvents,
      readBody: async (id, offset, length) => {
        const result = await bridge.invoke('responses.read', { id, offset, length });
        return result.ok ? { bytes: bytesOfBase64(result.value.base64), size: result.value.size } : null;
      },
      filterBody: async (id, path, shown) => {
        let result = await bridge.invoke('responses.filter', { id, path, text: null });
        // Of a run, of the history, or in a charset of its own.
        if (!result.ok && result.error.code === 'not-found' && shown !== null)
          result = await bridge.invoke('responses.filter', { id, path, text: shown });
        return result.ok ? result.value : { kind: 'failed', error: result.error };
      },
      stopFilter: async (id) => {
        const result = await bridge.invoke('responses.stopFilter', { id });
        if (!result.ok) toast.showError(result.error);
      },
      listEarlier: async (id) => {
        const result = await bridge.invoke('history.listEarlier', { id, limit: EARLIER });
        return result.ok ? result.value.entries : [];
      },
      readExchange: async (id) => {
        const result = await bridge.invoke('history.get', { id });
        return result.ok ? result.value.exchange : null;
      },
      saveBody: async (id) => {
        const result = await bridge.invoke('responses.save', { id });
        if (!result.ok) toast.showError(result.error);
        else if (result.value.kind === 'saved') {
          const { fileName, bytes, isRedacted } = result.value;
          const masked = isRedacted ? ` ${texts.responseMasked}` : '';
          toast.show({
            tone: 'good',
            title: texts.responseSaved(fileName),
            description: `${formats.bytes(bytes)}.${masked}`,
            action: { label: texts.showInFolder, onAction: () => void showFile(id) },
          });
        }
      },
      stop: async (id) => {
        const result = await bridge.invoke('requests.stop', { id });
        if (!result.ok) toast.showError(result.error);
      },
    };
  }, [bridge, toast, texts, formats, copyText, liveEvents]);
  return <ResponseActionsContext value={actions}>{children}</ResponseActionsContext>;
}
