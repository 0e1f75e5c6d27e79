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

/** One hop of an exchange: where it went, what became of the key, what was sent and received, and how long it took. */
export function TimelineHop({ row }: { readonly row: TimelineRow }) {
  const { hop } = row;
  return (
    <li className={styles.hop} aria-label={`Hop ${String(row.number)}`}>
      <span className={styles.number} aria-hidden="true">
        {row.number}
      </span>
      <div className={styles.content}>
        <div className={styles.head}>
          <MethodName method={hop.method} />
          <span className={styles.address}>
            <Address url={hop.url} />
          </span>
          {row.isOtherOrigin && <span className={styles.other}>Other origin</span>}
          <HopStatus hop={hop} />
        </div>
        <SigningNote decision={hop.signing} />
        {hop.droppedHeaders.length > 0 && (
          <p className={styles.dropped}>
            Not carried on to this origin: <code>{hop.droppedHeaders.join(', ')}</code>
          </p>
        )}
        {row.segments.length > 0 && <TimeSplit segments={row.segments} total={hop.timings.total} />}
        <div className={styles.details}>
          <Headers title="Request headers" number={row.number} headers={hop.requestHeaders} />
          <Headers title="Response headers" number={row.number} headers={hop.responseHeaders} />
          <ConnectionDetails hop={hop} number={row.number} />
        </div>
        {hop.location !== null && (
          <p className={styles.location}>
            <CornerDownRight aria-hidden="true" />
            <span>
              Redirected to <Address url={hop.location} />
            </span>
          </p>
        )}
      </div>
    </li>
  );
}

function HopStatus({ hop }: { readonly hop: Hop }) {
  if (hop.status !== null) return <StatusTag status={hop.status} text={hop.statusText} />;
  // A hop without request headers stopped before anything went out.
  return hop.requestHeaders.length === 0 ? (
    <StatusTag status={null} text="Not sent" tone="warn" />
  ) : (
    <StatusTag status={null} text="No response" />
  );
}

interface HeadersProps {
  readonly title: string;
  readonly number: number;
  readonly headers: readonly ShownHeader[];
}

function Headers({ title, number, headers }: HeadersProps) {
  if (headers.length === 0) return null;
  return (
    <details className={styles.headers}>
      <summary>
        {title} <span className={styles.count}>{headers.length}</span>
      </summary>
      <HeaderTable label={`${title} of hop ${String(number)}`} headers={headers} />
    </details>
  );
}
