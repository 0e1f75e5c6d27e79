import { useEffect, useState, type RefObject } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './tooltip.module.css';

interface HintProps {
  readonly text: string;
  /** The control that it is about. */
  readonly about: RefObject<HTMLElement | null>;
}

const DELAY_MS = 500;
const OPEN = { isOpen: true, shouldSkipAnimation: false, open: () => undefined, close: () => undefined };

/**
 * A tooltip for a control that is drawn once a row: there while the control is pointed at or has the keyboard's focus, and nothing
 * before. It tells those who see what the control's accessible name tells the others.
 */
export function Hint({ text, about }: HintProps) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsDue(true);
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isDue) return null;
  return (
    <TooltipTriggerStateContext value={OPEN}>
      <Tooltip isOpen triggerRef={about} className={classNames(styles.tooltip)} placement="top" offset={6}>
        {text}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
