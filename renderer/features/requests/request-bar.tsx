import { Send, Square } from 'lucide-react';
import type { RefObject } from 'react';
import { HTTP_METHODS, type HttpMethod, type RequestDraft } from '../../../shared/domain/http-request.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './request-bar.module.css';
import { UrlField } from './url-field.tsx';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RequestBarProps {
  readonly draft: RequestDraft;
  readonly isSending: boolean;
  readonly isCancelling: boolean;
  readonly urlField: RefObject<HTMLDivElement | null>;
  readonly onChange: (change: Partial<RequestDraft>) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

const METHODS = HTTP_METHODS.map((method) => ({ id: method, label: method }));

/** Method, address, and the button that sends or, while a request is under way, cancels. */
export function RequestBar(props: RequestBarProps) {
  const texts = useTexts(requestsTexts);
  const { draft, isSending, isCancelling, urlField, onChange, onSend, onCancel } = props;
  return (
    <div className={styles.bar}>
      <div className={styles.method} data-method={draft.method}>
        <Select<HttpMethod>
          label={texts.bar.method}
          isLabelHidden
          options={METHODS}
          value={draft.method}
          onChange={(method) => {
            onChange({ method });
          }}
        />
      </div>
      <div ref={urlField} className={styles.url}>
        <UrlField draft={draft} onChange={onChange} onSend={onSend} />
      </div>
      {isSending ? (
        <Button icon={<Square />} onPress={onCancel} isDisabled={isCancelling}>
          {texts.common.cancel}
        </Button>
      ) : (
        <Button variant="primary" icon={<Send />} onPress={onSend} isDisabled={draft.url.trim() === ''}>
          {texts.bar.send}
        </Button>
      )}
    </div>
  );
}
