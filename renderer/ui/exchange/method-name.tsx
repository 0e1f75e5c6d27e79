import type { HttpMethod } from '../../../shared/domain/http-request.ts';
import styles from './method-name.module.css';

const SHORT: Partial<Record<HttpMethod, string>> = { DELETE: 'DEL', OPTIONS: 'OPT', PATCH: 'PTCH' };

interface MethodNameProps {
  readonly method: HttpMethod;
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
