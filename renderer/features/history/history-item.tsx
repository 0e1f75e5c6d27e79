import { KeyRound, Pin } from 'lucide-react';
import { historyTexts } from '../../../shared/texts/en/history.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { Address } from '../../ui/exchange/address.tsx';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import { StatusTag } from '../../ui/exchange/status-tag.tsx';
import styles from './history-item.module.css';

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** One sent request in the list. */
export function HistoryItem({ entry, isSelected, onSelect, onOpen }: HistoryItemProps) {
  const texts = useTexts(historyTexts);
  const formats = useFormats();
  const { id, method, url, status, errorCode, apiKeyName } = entry;
  return (
    <div
      id={`history-${id}`}
      className={styles.item}
      role="option"
      aria-selected={isSelected}
      onClick={() => {
        onSelect(id);
      }}
      onDoubleClick={() => {
        onOpen(id);
      }}
    >
      <div className={styles.line}>
        <MethodName method={method} isShort />
        <span className={styles.url} title={url}>
          <Address url={url} hidesHttps />
        </span>
        <StatusTag status={status} failure={errorCode} />
      </div>
      <div className={styles.more}>
        {entry.isPinned && <Pin className={styles.pin} aria-label={texts.pinned} role="img" />}
        <span>{formats.time(entry.at)}</span>
        <span>{formats.duration(entry.durationMs)}</span>
        {status !== null && <span>{formats.bytes(entry.bodyBytes)}</span>}
        {apiKeyName !== null && (
          <span className={styles.key} title={texts.chosenKey}>
            <KeyRound aria-label={texts.filter.key} role="img" />
            <bdi dir="auto">{apiKeyName}</bdi>
          </span>
        )}
      </div>
    </div>
  );
}
