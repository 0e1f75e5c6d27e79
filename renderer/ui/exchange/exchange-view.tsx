import type { ReactNode } from 'react';
import type { Exchange, Response } from '../../../shared/domain/exchange.ts';
import { ErrorNote } from '../error-note.tsx';
import { type TabItem, Tabs } from '../tabs.tsx';
import { BodyView } from './body-view.tsx';
import styles from './exchange-view.module.css';
import { CompareView } from './compare-view.tsx';
import { CookieTable } from './cookie-table.tsx';
import { cookiesOf } from './cookies.ts';
import { EventsView } from './events-view.tsx';
import { HeaderTable } from './header-table.tsx';
import { useResponseActions } from './response-actions.ts';
import { StatusTag } from './status-tag.tsx';
import { Timeline } from './timeline.tsx';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';

export type ExchangeTab = 'body' | 'events' | 'headers' | 'cookies' | 'timeline' | 'compare';

interface ExchangeViewProps {
  readonly exchange: Exchange;
  readonly tab: ExchangeTab;
  readonly onTabChange: (tab: ExchangeTab) => void;
  /** What a failed exchange shows in place of its error. */
  readonly failure?: ReactNode;
}

/** How an exchange ended: status, time and size, the body, the headers, and the timeline of its hops. */
export function ExchangeView({ exchange, tab, onTabChange, failure }: ExchangeViewProps) {
  const texts = useTexts(exchangeTexts);
  const { outcome } = exchange;
  const actions = useResponseActions();
  const timeline: TabItem<ExchangeTab> = {
    id: 'timeline',
    label: texts.timeline.title,
    badge: exchange.hops.length > 1 ? exchange.hops.length : undefined,
    content: <Timeline hops={exchange.hops} />,
  };
  if (outcome.kind === 'failed') {
    return (
      <div className={styles.view}>
        <div className={styles.failure}>{failure ?? <ErrorNote error={outcome.error} />}</div>
        <Tabs label={texts.tabs.label} tabs={[timeline]} selected="timeline" onChange={onTabChange} />
      </div>
    );
  }
  const { response } = outcome;
  const cookies = cookiesOf(response.headers);
  const tabs: readonly TabItem<ExchangeTab>[] = [
    {
      id: 'body',
      label: texts.tabs.body,
      content: <BodyView documentId={exchange.id} response={response} />,
    },
    ...(response.events === undefined
      ? []
      : [
          {
            id: 'events' as const,
            label: response.events.kind === 'events' ? texts.events.title : texts.lines.title,
            badge: response.events.count,
            content: <EventsView events={response.events} isLive={false} />,
          },
        ]),
    {
      id: 'headers',
      label: texts.tabs.headers,
      badge: response.headers.length,
      content: <HeaderTable label={texts.headers.response} headers={response.headers} />,
    },
    ...(cookies.length === 0
      ? []
      : [
          {
            id: 'cookies' as const,
            label: texts.cookies.title,
            badge: cookies.length,
            content: <CookieTable cookies={cookies} />,
          },
        ]),
    timeline,
    ...(actions === null
      ? []
      : [
          { id: 'compare' as const, label: texts.tabs.compare, content: <CompareView exchange={exchange} /> },
        ]),
  ];
  return (
    <div className={styles.view}>
      <Tabs
        label={texts.tabs.label}
        tabs={tabs}
        selected={tabs.some(({ id }) => id === tab) ? tab : 'body'}
        onChange={onTabChange}
        trailing={<Summary response={response} />}
      />
    </div>
  );
}

function Summary({ response }: { readonly response: Response }) {
  const texts = useTexts(exchangeTexts);
  const formats = useFormats();
  const { wireBytes, bodyBytes, timings } = response;
  const sizes = wireBytes === bodyBytes ? '' : texts.tabs.onTheWire(wireBytes);
  return (
    <div className={styles.summary}>
      <StatusTag status={response.status} text={response.statusText} />
      <span title={texts.tabs.time}>{formats.duration(timings.total)}</span>
      <span title={sizes === '' ? texts.tabs.size : sizes}>{formats.bytes(bodyBytes)}</span>
    </div>
  );
}
