import { FileText } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from './button.tsx';
import styles from './file-drop.module.css';

interface FileDropProps {
  /** On the button. */
  readonly label: string;
  /** Beside the button: what may be dropped. */
  readonly hint: string;
  /** File endings and media types, as the platform's dialog takes them. */
  readonly accept: string;
  readonly isPending?: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes one file: chosen in the system's dialog, or dropped onto it. */
export function FileDrop({ label, hint, accept, isPending = false, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      // What is dropped here is no import.
      data-takes-files=""
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again, after it was changed.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button icon={<FileText />} isPending={isPending} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <span className={styles.hint}>{hint}</span>
    </div>
  );
}
