import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { useFocusReturn } from './use-focus-return.ts';

export interface DialogProps {
  /** The heading, and the accessible name. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, the one that goes on last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  /** `alertdialog` for a question that must be answered; a click outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Whether a click outside closes it: not for what is shown only once. */
  readonly isDismissable?: boolean;
  /** Makes the body a form: Enter in a field submits it. */
  readonly onSubmit?: () => void;
}

/** A modal dialog that is open while it is mounted. Escape closes it; focus goes back to where it came from. */
export function Dialog(props: DialogProps) {
  const { title, onClose, size = 'small', role = 'dialog', isDismissable = role === 'dialog' } = props;
  const texts = useTexts(uiTexts);
  const dialog = useRef<HTMLElement>(null);
  useFocusReturn(dialog);
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      isDismissable={isDismissable}
      className={classNames(styles.overlay)}
    >
      <Modal className={classNames(styles.modal)} data-size={size}>
        <AriaDialog ref={dialog} role={role} className={classNames(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={classNames(styles.title)}>
              {title}
            </Heading>
            {isDismissable && (
              <IconButton label={texts.dismiss} icon={<X />} size="small" onPress={onClose} />
            )}
          </header>
          <DialogBody {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogBody({ children, footer, onSubmit }: DialogProps) {
  const content = (
    <>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </>
  );
  if (onSubmit === undefined) return <div className={styles.form}>{content}</div>;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
        focusFirstInvalid(event.currentTarget);
      }}
    >
      {content}
    </form>
  );
}

/** After a refused submit the first field that says why has the focus. It is marked in the render that follows. */
function focusFirstInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
