import { CornerDownRight } from 'lucide-react';
import type { Hop, ShownHeader } from '../../../shared/domain/exchange.ts';
import { Address } from './address.tsx';
import { ConnectionDetails } from './connection-details.tsx';
import { HeaderTable } from './header-table.tsx';
import { MethodName } from './method-name.tsx';
import { SigningNote } from './signing-note.tsx';
import { StatusTag } from './status-tag.tsx';
import { TimeSplit } from './time-split.tsx';
import styles from './timeline-hop.module.css';
import type { TimelineRow } from './timeline-model.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

/** One hop of an exchange: where it went, what became of the key, what was sent and received, and how long it took. */
export function TimelineHop({ row }: { readonly row: TimelineRow }) {
  const texts = useTexts(exchangeTexts);
  const { hop } = row;
  return (
    <li className={styles.hop} aria-label={texts.timeline.hop(row.number)}>
      <span className={styles.number} aria-hidden="true">
        {row.number}
      </span>
      <div className={styles.content}>
        <div className={styles.head}>
          <MethodName method={hop.method} />
          <span className={styles.address}>
            <Address url={hop.url} />
          </span>
          {row.isOtherOrigin && <span className={styles.other}>{texts.timeline.otherOrigin}</span>}
          <HopStatus hop={hop} />
        </div>
        <SigningNote decision={hop.signing} />
        {hop.droppedHeaders.length > 0 && (
          <p className={styles.dropped}>
            {texts.timeline.dropped} <code>{hop.droppedHeaders.join(', ')}</code>
          </p>
        )}
        {row.segments.length > 0 && <TimeSplit segments={row.segments} total={hop.timings.total} />}
        <div className={styles.details}>
          <Headers title={texts.headers.request} number={row.number} headers={hop.requestHeaders} />
          <Headers title={texts.headers.response} number={row.number} headers={hop.responseHeaders} />
          <ConnectionDetails hop={hop} number={row.number} />
        </div>
        {hop.location !== null && (
          <p className={styles.location}>
            <CornerDownRight aria-hidden="true" />
            <span>
              {texts.timeline.redirected} <Address url={hop.location} />
            </span>
          </p>
        )}
      </div>
    </li>
  );
}

function HopStatus({ hop }: { readonly hop: Hop }) {
  const texts = useTexts(exchangeTexts);
  if (hop.status !== null) return <StatusTag status={hop.status} text={hop.statusText} />;
  // A hop without request headers stopped before anything went out.
  return hop.requestHeaders.length === 0 ? (
    <StatusTag status={null} text={texts.timeline.notSent} tone="warn" />
  ) : (
    <StatusTag status={null} text={texts.common.noResponse} />
  );
}

interface HeadersProps {
  readonly title: string;
  readonly number: number;
  readonly headers: readonly ShownHeader[];
}

function Headers({ title, number, headers }: HeadersProps) {
  const texts = useTexts(exchangeTexts);
  if (headers.length === 0) return null;
  return (
    <details className={styles.headers}>
      <summary>
        {title} <span className={styles.count}>{headers.length}</span>
      </summary>
      <HeaderTable label={texts.timeline.ofHop(title, number)} headers={headers} />
    </details>
  );
}
