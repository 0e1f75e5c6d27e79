import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import styles from './kbd.module.css';

const NAME = /Ctrl|Shift|Delete|Page Up|Page Down|Home|End/g;

/** A key on the keyboard, or several that are held together, by the names that keyboards of the language give them. */
export function Kbd({ children }: { readonly children: string | readonly string[] }) {
  const { keyNames } = useTexts(uiTexts);
  const keys = typeof children === 'string' ? children : children.join('');
  // What the expression finds is one of the names.
  return (
    <kbd className={styles.kbd}>{keys.replace(NAME, (name) => keyNames[name as keyof typeof keyNames])}</kbd>
  );
}
