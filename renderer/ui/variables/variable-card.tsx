import type { KnownVariable } from '../../../shared/domain/environment.ts';
import { sourceText, valueText } from './known-variables.ts';
import styles from './variable-input.module.css';

interface VariableCardProps {
  readonly name: string;
  /** `null`: nothing has this name. */
  readonly variable: KnownVariable | null;
}

/** A variable's value and where it comes from. */
export function VariableCard({ name, variable }: VariableCardProps) {
  if (variable === null) {
    return (
      <div className={styles.card}>
        <div className={styles.name}>{name}</div>
        <div className={styles.about}>No variable has this name.</div>
      </div>
    );
  }
  const isSaid = variable.isHidden || variable.problem !== null;
  return (
    <div className={styles.card}>
      <div className={styles.value} data-said={isSaid || undefined}>
        {valueText(variable)}
      </div>
      <div className={styles.about}>{sourceText(variable.source)}</div>
    </div>
  );
}
