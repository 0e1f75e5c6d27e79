import styles from './method-name.module.css';

const SHORT: Readonly<Record<string, string>> = { DELETE: 'DEL', OPTIONS: 'OPT', PATCH: 'PTCH' };

interface MethodNameProps {
  /** One that Keyfob does not send may stand in a collection’s file. */
  readonly method: string;
  /** Keeps lists in line: DELETE is shown as DEL. */
  readonly isShort?: boolean;
}

/** An HTTP method in its colour. */
export function MethodName({ method, isShort = false }: MethodNameProps) {
  const short = isShort ? SHORT[method] : undefined;
  return (
    <span className={styles.method} data-method={method} data-short={isShort || undefined}>
      {short === undefined ? method : <abbr title={method}>{short}</abbr>}
    </span>
  );
}
