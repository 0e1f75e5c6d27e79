import type { ReactNode } from 'react';
import type { TlsFacts } from '../../../shared/domain/connection.ts';
import type { Hop } from '../../../shared/domain/exchange.ts';
import styles from './connection-details.module.css';
import { exchangeTexts, type ExchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

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
  const texts = useTexts(exchangeTexts);
  const facts = factsOf(hop, texts);
  const summary = summaryOf(hop, texts);
  if (facts.length === 0) return summary === '' ? null : <span className={styles.line}>{summary}</span>;
  return (
    <details className={styles.details}>
      <summary>
        {texts.connection.title} <span className={styles.line}>{summary}</span>
        {hop.connection?.tls?.verification === 'failed' && (
          <span className={styles.warning}>{texts.connection.notChecked}</span>
        )}
      </summary>
      <dl className={styles.facts} aria-label={texts.connection.ofHop(number)}>
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

function summaryOf(
  { connection, httpVersion, remoteAddress }: ConnectionDetailsProps['hop'],
  texts: ExchangeTexts,
): string {
  const version = httpVersion === null ? null : `HTTP/${httpVersion}`;
  const tls = connection?.tls?.version.replace('TLSv', 'TLS ') ?? null;
  const hasProxy = connection !== null && connection.proxy !== null;
  const via = hasProxy ? texts.connection.viaProxy : null;
  const reused = connection?.isReused === true ? texts.connection.reused : null;
  return [remoteAddress, version, tls, via, reused].filter((part) => part !== null).join(' · ');
}

function factsOf(
  { connection, httpVersion, remoteAddress }: ConnectionDetailsProps['hop'],
  texts: ExchangeTexts,
): readonly Fact[] {
  if (connection === null) return [];
  const { isReused, localAddress, proxy, tls } = connection;
  return [
    ...textFact(texts.connection.protocol, httpVersion === null ? null : `HTTP/${httpVersion}`),
    ...textFact(proxy === null ? texts.connection.server : texts.connection.proxyAddress, remoteAddress),
    ...textFact(texts.connection.from, localAddress),
    ...textFact(texts.connection.proxy, proxy),
    { name: texts.connection.made, value: isReused ? texts.connection.reusedFact : texts.connection.new },
    ...(tls === null ? [] : tlsFacts(tls, texts)),
  ];
}

function tlsFacts(tls: TlsFacts, texts: ExchangeTexts): readonly Fact[] {
  const until =
    tls.validFrom === null || tls.validTo === null
      ? null
      : texts.connection.validity(tls.validFrom, tls.validTo);
  return [
    { name: 'TLS', value: `${tls.version.replace('TLSv', '')} · ${tls.cipher}` },
    ...textFact(texts.connection.certificateFor, tls.subject),
    ...textFact(texts.connection.issuedBy, tls.issuer),
    ...textFact(texts.connection.valid, until),
    ...(tls.fingerprint === ''
      ? []
      : [{ name: 'SHA-256', value: <code className={styles.fingerprint}>{tls.fingerprint}</code> }]),
    {
      name: texts.connection.checked,
      value: texts.verifications[tls.verification],
      isWarning: tls.verification !== 'checked',
    },
  ];
}

function textFact(name: string, value: string | null): readonly Fact[] {
  return value === null || value === '' ? [] : [{ name, value }];
}
