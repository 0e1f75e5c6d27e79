import type { ReactNode } from 'react';
import type { TlsFacts } from '../../../shared/domain/connection.ts';
import type { Hop } from '../../../shared/domain/exchange.ts';
import { formatDate } from '../format-time.ts';
import styles from './connection-details.module.css';

interface ConnectionDetailsProps {
  readonly hop: Pick<Hop, 'connection' | 'httpVersion' | 'remoteAddress'>;
  /** The hop's place in the timeline, counted from 1. */
  readonly number: number;
}

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly isWarning?: boolean;
}

/** What carried a hop: a line that says the most of it, and the rest of it when it is opened. */
export function ConnectionDetails({ hop, number }: ConnectionDetailsProps) {
  const facts = factsOf(hop);
  const summary = summaryOf(hop);
  if (facts.length === 0) return summary === '' ? null : <span className={styles.line}>{summary}</span>;
  return (
    <details className={styles.details}>
      <summary>
        Connection <span className={styles.line}>{summary}</span>
        {hop.connection?.tls?.verification === 'failed' && (
          <span className={styles.warning}>Certificate not checked</span>
        )}
      </summary>
      <dl className={styles.facts} aria-label={`Connection of hop ${String(number)}`}>
        {facts.map(({ name, value, isWarning = false }) => (
          <div key={name} data-warning={isWarning || undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function summaryOf({ connection, httpVersion, remoteAddress }: ConnectionDetailsProps['hop']): string {
  const version = httpVersion === null ? null : `HTTP/${httpVersion}`;
  const tls = connection?.tls?.version.replace('TLSv', 'TLS ') ?? null;
  const hasProxy = connection !== null && connection.proxy !== null;
  const via = hasProxy ? 'through a proxy' : null;
  const reused = connection?.isReused === true ? 'reused' : null;
  return [remoteAddress, version, tls, via, reused].filter((part) => part !== null).join(' · ');
}

function factsOf({ connection, httpVersion, remoteAddress }: ConnectionDetailsProps['hop']): readonly Fact[] {
  if (connection === null) return [];
  const { isReused, localAddress, proxy, tls } = connection;
  return [
    ...textFact('Protocol', httpVersion === null ? null : `HTTP/${httpVersion}`),
    ...textFact(proxy === null ? 'Server' : 'Proxy’s address', remoteAddress),
    ...textFact('From', localAddress),
    ...textFact('Proxy', proxy),
    { name: 'Made', value: isReused ? 'For a request before; used again' : 'For this request' },
    ...(tls === null ? [] : tlsFacts(tls)),
  ];
}

function tlsFacts(tls: TlsFacts): readonly Fact[] {
  const until =
    tls.validFrom === null || tls.validTo === null
      ? null
      : `${formatDate(tls.validFrom)} to ${formatDate(tls.validTo)}`;
  return [
    { name: 'TLS', value: `${tls.version.replace('TLSv', '')} · ${tls.cipher}` },
    ...textFact('Certificate for', tls.subject),
    ...textFact('Issued by', tls.issuer),
    ...textFact('Valid', until),
    ...(tls.fingerprint === ''
      ? []
      : [{ name: 'SHA-256', value: <code className={styles.fingerprint}>{tls.fingerprint}</code> }]),
    { name: 'Checked', value: VERIFICATIONS[tls.verification], isWarning: tls.verification !== 'checked' },
  ];
}

const VERIFICATIONS: Readonly<Record<TlsFacts['verification'], string>> = {
  checked: 'Yes: an authority that is trusted here vouches for the server',
  'not-asked': 'No, as the request says; it would have been accepted',
  failed: 'No, as the request says; it would have been refused',
};

function textFact(name: string, value: string | null): readonly Fact[] {
  return value === null || value === '' ? [] : [{ name, value }];
}
