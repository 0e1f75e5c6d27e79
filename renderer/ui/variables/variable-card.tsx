import type { KnownVariable } from '../../../shared/domain/environment.ts';
import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';
import { unknownText, valueText } from './known-variables.ts';
import styles from './variable-input.module.css';

interface VariableCardProps {
  readonly name: string;
  /** `null`: nothing has this name. */
  readonly variable: KnownVariable | null;
}

/** A variable's value and where it comes from. */
export function VariableCard({ name, variable }: VariableCardProps) {
  const texts = useTexts(editingTexts).variables;
  const wordsOf = useErrorWords();
  if (variable === null) {
    return (
      <div className={styles.card}>
        <div className={styles.name}>{name}</div>
        <div className={styles.about}>{unknownText(name, texts)}</div>
      </div>
    );
  }
  const isSaid = variable.isHidden || variable.problem !== null;
  return (
    <div className={styles.card}>
      <div className={styles.value} data-said={isSaid || undefined}>
        {valueText(variable, { texts, wordsOf })}
      </div>
      <div className={styles.about}>{texts.source(variable.source)}</div>
    </div>
  );
}
