import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { classNames } from './class-names.ts';
import styles from './link.module.css';

interface LinkProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Marks that the browser opens, and says so to assistive technology. */
  readonly isExternal?: boolean;
}

/** Text that leads somewhere. The window itself never navigates, so this is a button that looks like a link. */
export function Link({ children, onPress, isExternal = false }: LinkProps) {
  const texts = useTexts(uiTexts);
  return (
    <Button className={classNames(styles.link)} onPress={onPress}>
      {children}
      {isExternal && <ArrowUpRight className={styles.icon} aria-label={texts.opensBrowser} role="img" />}
    </Button>
  );
}
