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
import { formatBytes, formatDuration } from './measures.ts';
import { useResponseActions } from './response-actions.ts';
import { StatusTag } from './status-tag.tsx';
import { Timeline } from './timeline.tsx';

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
  const { outcome } = exchange;
  const actions = useResponseActions();
  const timeline: TabItem<ExchangeTab> = {
    id: 'timeline',
    label: 'Timeline',
    badge: exchange.hops.length > 1 ? exchange.hops.length : undefined,
    content: <Timeline hops={exchange.hops} />,
  };
  if (outcome.kind === 'failed') {
    return (
      <div className={styles.view}>
        <div className={styles.failure}>{failure ?? <ErrorNote error={outcome.error} />}</div>
        <Tabs label="Response views" tabs={[timeline]} selected="timeline" onChange={onTabChange} />
      </div>
    );
  }
  const { response } = outcome;
  const cookies = cookiesOf(response.headers);
  const tabs: readonly TabItem<ExchangeTab>[] = [
    { id: 'body', label: 'Body', content: <BodyView documentId={exchange.id} response={response} /> },
    ...(response.events === undefined
      ? []
      : [
          {
            id: 'events' as const,
            label: 'Events',
            badge: response.events.count,
            content: <EventsView events={response.events} isLive={false} />,
          },
        ]),
    {
      id: 'headers',
      label: 'Headers',
      badge: response.headers.length,
      content: <HeaderTable label="Response headers" headers={response.headers} />,
    },
    ...(cookies.length === 0
      ? []
      : [
          {
            id: 'cookies' as const,
            label: 'Cookies',
            badge: cookies.length,
            content: <CookieTable cookies={cookies} />,
          },
        ]),
    timeline,
    ...(actions === null
      ? []
      : [{ id: 'compare' as const, label: 'Compare', content: <CompareView exchange={exchange} /> }]),
  ];
  return (
    <div className={styles.view}>
      <Tabs
        label="Response views"
        tabs={tabs}
        selected={tabs.some(({ id }) => id === tab) ? tab : 'body'}
        onChange={onTabChange}
        trailing={<Summary response={response} />}
      />
    </div>
  );
}

function Summary({ response }: { readonly response: Response }) {
  const { wireBytes, bodyBytes, timings } = response;
  const sizes = wireBytes === bodyBytes ? '' : `${formatBytes(wireBytes)} on the wire`;
  return (
    <div className={styles.summary}>
      <StatusTag status={response.status} text={response.statusText} />
      <span title="Time of all hops">{formatDuration(timings.total)}</span>
      <span title={sizes === '' ? 'Size of the body' : sizes}>{formatBytes(bodyBytes)}</span>
    </div>
  );
}
