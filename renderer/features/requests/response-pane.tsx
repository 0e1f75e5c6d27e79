import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Exchange } from '../../../shared/domain/exchange.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { type ExchangeTab, ExchangeView } from '../../ui/exchange/exchange-view.tsx';
import { LiveStream, LiveText, useLiveText } from '../../ui/exchange/live-stream.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useErrorWords, useFormats, useTexts } from '../../language/speech-context.ts';
import { tabOfField, type RequestTab } from './request-tabs.ts';
import styles from './response-pane.module.css';
import { SendProgress } from './send-progress.tsx';
import { WithheldPanel } from './withheld-panel.tsx';
import type { WithheldDecision, WithheldRemedy } from './withheld-remedy.ts';
import type { OpenRequest, SendState } from './open-request.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';

export interface ResponsePaneProps {
  readonly request: OpenRequest;
  readonly send: SendState;
  /** Whether there is room for a line alone. */
  readonly isFolded: boolean;
  readonly onRemedy: (remedy: WithheldRemedy) => void;
  readonly onSendWithoutKey: () => void;
  /** Although the service said that its limit is used up. */
  readonly onSendAnyway: () => void;
  /** Shows the part of the request that an error is about. */
  readonly onShowPart: (tab: RequestTab) => void;
}

/** What came back, or is under way; what came back before stays, dimmed, until something new does. */
export function ResponsePane(props: ResponsePaneProps) {
  const texts = useTexts(requestsTexts);
  const { send } = props;
  const [tab, setTab] = useState<ExchangeTab>('body');
  const isSending = send.kind === 'sending';
  const isLive = send.kind === 'sending' && send.progress?.isLive === true;
  const liveText = useLiveText(isSending ? send.id : null);
  const exchange = liveText === null ? exchangeOf(send) : null;
  return (
    <section className={styles.pane} aria-label={texts.response.label} aria-busy={isSending}>
      <Announcement send={send} />
      {isSending && !isLive && liveText === null && (
        <SendProgress id={send.id} progress={send.progress} isCancelling={send.isCancelling} />
      )}
      {isSending && liveText !== null && (
        <LiveText key={send.id} id={send.id} isStopping={send.isCancelling} events={liveText} />
      )}
      {isLive && <LiveStream id={send.id} isStopping={send.isCancelling} />}
      {send.kind === 'idle' && <Nothing isFolded={props.isFolded} />}
      {send.kind === 'refused' && (
        <div className={styles.refused}>
          <Refusal {...props} error={send.error} />
        </div>
      )}
      {exchange !== null && !isLive && (
        <div className={styles.exchange} data-old={isSending || undefined} inert={isSending}>
          <ExchangeView
            exchange={exchange}
            tab={tab}
            onTabChange={setTab}
            failure={<Failure {...props} exchange={exchange} />}
          />
        </div>
      )}
    </section>
  );
}

/** What came back, for who does not see it. A failure is an alert by itself. */
function Announcement({ send }: Pick<ResponsePaneProps, 'send'>) {
  const formats = useFormats();
  const texts = useTexts(uiTexts);
  const outcome = send.kind === 'ended' ? send.exchange.outcome : null;
  const response = outcome?.kind === 'response' ? outcome.response : null;
  return (
    <VisuallyHidden>
      <span role="status">
        {response !== null &&
          texts.answered(
            `${String(response.status)} ${response.statusText}`.trim(),
            formats.duration(response.timings.total),
            formats.bytes(response.bodyBytes),
          )}
      </span>
    </VisuallyHidden>
  );
}

function exchangeOf(send: SendState): Exchange | null {
  switch (send.kind) {
    case 'idle':
    case 'refused':
      return null;
    case 'sending':
      return send.previous;
    case 'ended':
      return send.exchange;
    default:
      return assertNever(send);
  }
}

function Nothing({ isFolded }: { readonly isFolded: boolean }) {
  const texts = useTexts(requestsTexts);
  const state = useCommandQuery('app.getState', {});
  const modifier = state.kind === 'loaded' && state.value.platform === 'darwin' ? '⌘' : texts.response.ctrl;
  return (
    <div className={styles.nothing} data-folded={isFolded || undefined}>
      <ArrowLeftRight aria-hidden="true" />
      <p>{texts.response.empty}</p>
      <p>
        <Kbd>{modifier}</Kbd> <Kbd>{texts.response.enter}</Kbd> {texts.response.sends}
      </p>
    </div>
  );
}

function withheldDecisionOf(exchange: Exchange): WithheldDecision | null {
  const signing = exchange.hops.at(-1)?.signing;
  return signing?.kind === 'withheld' ? signing : null;
}

function Failure(props: ResponsePaneProps & { readonly exchange: Exchange }) {
  const { exchange, request, onRemedy, onSendWithoutKey } = props;
  if (exchange.outcome.kind !== 'failed') return null;
  const { error } = exchange.outcome;
  if (error.code !== 'key-withheld') return <Refusal {...props} error={error} />;
  return (
    <WithheldPanel
      error={error}
      decision={withheldDecisionOf(exchange)}
      draft={request.draft}
      onRemedy={onRemedy}
      onSendWithoutKey={onSendWithoutKey}
    />
  );
}

interface RefusalProps extends Pick<ResponsePaneProps, 'onShowPart' | 'onSendAnyway'> {
  readonly error: AppError;
}

function Refusal({ error, onShowPart, onSendAnyway }: RefusalProps) {
  const texts = useTexts(requestsTexts);
  const said = useErrorWords()(error);
  if (error.code === 'cancelled') return <p className={styles.cancelled}>{said.message}</p>;
  if (error.code === 'service-limit-exhausted') {
    const sendAnyway = (
      <Button size="small" onPress={onSendAnyway}>
        {texts.response.sendAnyway}
      </Button>
    );
    return <ErrorNote error={error} actions={sendAnyway} />;
  }
  const tab = error.code === 'timed-out' ? 'settings' : tabOfField(error.field);
  if (tab === null) return <ErrorNote error={error} />;
  const show = (
    <Button
      size="small"
      onPress={() => {
        onShowPart(tab);
      }}
    >
      {texts.response.show}
    </Button>
  );
  return <ErrorNote error={error} actions={show} />;
}
