import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useErrorWords, useTexts } from '../language/speech-context.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './toast-provider.module.css';
import { ToastContext, type Toast, type Toaster } from './use-toast.ts';

const SHOWN_MS = 5_000;
const ERROR_SHOWN_MS = 12_000;
/** Long enough to be reached with the keyboard. */
const ACTION_SHOWN_MS = 15_000;
const MOST_SHOWN = 3;

interface ShownToast extends Toast {
  readonly id: number;
}

/** Holds the toasts and their live regions; a dialog does not hide them. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const nextId = useRef(1);
  const dismiss = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const texts = useTexts(uiTexts);
  const wordsOf = useErrorWords();
  const toaster = useMemo<Toaster>(() => {
    const show = (toast: Toast) => {
      const id = nextId.current++;
      setToasts((shown) => [...shown, { ...toast, id }].slice(-MOST_SHOWN));
    };
    return {
      show,
      showError: (error: AppError) => {
        const { message, remedy } = wordsOf(error);
        show({ tone: 'error', title: message, description: remedy });
      },
    };
  }, [wordsOf]);
  return (
    <ToastContext value={toaster}>
      {children}
      <div
        className={styles.region}
        role="region"
        aria-label={texts.messages}
        data-react-aria-top-layer="true"
      >
        <ol className={styles.list}>
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onDismiss={dismiss} />
          ))}
        </ol>
        <ToastAnnouncer toasts={toasts} />
      </div>
    </ToastContext>
  );
}

/** Two live regions that exist before they are filled: one that waits its turn, one that interrupts. */
function ToastAnnouncer({ toasts }: { readonly toasts: readonly ShownToast[] }) {
  const textOf = (toast: ShownToast | undefined) =>
    toast === undefined ? '' : [toast.title, toast.description].filter(Boolean).join(' ');
  return (
    <>
      <div className={styles.announcer} role="status">
        {textOf(toasts.findLast((toast) => toast.tone === 'good'))}
      </div>
      <div className={styles.announcer} role="alert">
        {textOf(toasts.findLast((toast) => toast.tone === 'error'))}
      </div>
    </>
  );
}

interface ToastCardProps {
  readonly toast: ShownToast;
  readonly onDismiss: (id: number) => void;
}

function ToastCard({ toast, onDismiss }: ToastCardProps) {
  const texts = useTexts(uiTexts);
  const [isHeld, setIsHeld] = useState(false);
  const { id, tone, title, description, action } = toast;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(
      () => {
        onDismiss(id);
      },
      action !== undefined ? ACTION_SHOWN_MS : tone === 'error' ? ERROR_SHOWN_MS : SHOWN_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [id, isHeld, onDismiss, tone, action]);
  const hold = () => {
    setIsHeld(true);
  };
  const release = () => {
    setIsHeld(false);
  };
  return (
    <li
      className={styles.toast}
      data-tone={tone}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <span className={styles.icon} aria-hidden="true">
        {tone === 'error' ? <CircleAlert /> : <CircleCheck />}
      </span>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {description !== undefined && description !== '' && (
          <p className={styles.description}>{description}</p>
        )}
      </div>
      {action !== undefined && (
        <Button
          size="small"
          onPress={() => {
            onDismiss(id);
            action.onAction();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label={texts.dismissMessage}
        icon={<X />}
        size="small"
        onPress={() => {
          onDismiss(id);
        }}
      />
    </li>
  );
}
