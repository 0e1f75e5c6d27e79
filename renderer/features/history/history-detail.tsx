import { ArrowUpRight, Download, Pin, PinOff, RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { historyTexts } from '../../../shared/texts/en/history.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Address } from '../../ui/exchange/address.tsx';
import { type ExchangeTab, ExchangeView } from '../../ui/exchange/exchange-view.tsx';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './history-detail.module.css';
import { useSaveHar } from './use-save-har.ts';
import { usePin } from './use-pin.ts';
import { useSendAgain } from './use-send-again.ts';

interface HistoryDetailProps {
  readonly id: string;
  readonly onDelete: (id: string) => void;
  /** Another request was sent from here; told with its id. */
  readonly onSent: (id: string) => void;
}

/** A sent request as it was: what came back, and every hop. */
export function HistoryDetail({ id, onDelete, onSent }: HistoryDetailProps) {
  const texts = useTexts(historyTexts);
  const formats = useFormats();
  const record = useCommandQuery('history.get', { id }, { keepsPrevious: true });
  const { go } = useNavigation();
  const saveHar = useSaveHar();
  const pin = usePin();
  const sendAgain = useSendAgain(onSent);
  const [tab, setTab] = useState<ExchangeTab>('body');
  if (record.kind === 'loading') {
    return (
      <div className={styles.loading}>
        <Skeleton width="60%" />
        <Skeleton width="30%" />
      </div>
    );
  }
  if (record.kind === 'failed') {
    return (
      <div className={styles.loading}>
        <ErrorNote error={record.error} />
      </div>
    );
  }
  const { entry, draft, exchange } = record.value;
  return (
    <div className={styles.detail}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 className={styles.title}>
            <MethodName method={entry.method} /> <Address url={entry.url} />
          </h2>
          <p className={styles.when}>
            {formats.dateTime(entry.at)}
            {entry.apiKeyName !== null && (
              <>
                {' · '}
                <bdi dir="auto">{entry.apiKeyName}</bdi>
              </>
            )}
          </p>
        </div>
        <div className={styles.actions}>
          <Button
            icon={<RotateCw />}
            isPending={sendAgain.isSending}
            onPress={() => {
              sendAgain.send(record.value);
            }}
          >
            {texts.sendAgain}
          </Button>
          <Button
            icon={<ArrowUpRight />}
            onPress={() => {
              go('requests', { kind: 'open-draft', draft, exchange });
            }}
          >
            {texts.openInRequests}
          </Button>
          <IconButton label={texts.saveHar} icon={<Download />} onPress={() => void saveHar(entry.id)} />
          <IconButton
            label={entry.isPinned ? texts.unpin : texts.pin}
            tooltip={entry.isPinned ? texts.unpin : texts.pinHint}
            icon={entry.isPinned ? <PinOff /> : <Pin />}
            onPress={() => {
              pin(entry);
            }}
          />
          <IconButton
            label={texts.delete}
            icon={<Trash2 />}
            onPress={() => {
              onDelete(entry.id);
            }}
          />
        </div>
      </header>
      <section className={styles.exchange} aria-label={texts.response}>
        <ExchangeView exchange={exchange} tab={tab} onTabChange={setTab} />
      </section>
    </div>
  );
}
