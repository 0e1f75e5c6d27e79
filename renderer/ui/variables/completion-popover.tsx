import type { RefObject } from 'react';
import { Popover } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import popoverStyles from '../popover.module.css';
import { CompletionList } from './completion-list.tsx';
import type { Completion } from './use-completion.ts';

interface CompletionPopoverProps {
  readonly id: string;
  /** The field below which it opens. */
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly completion: Completion;
}

/** What is offered while a variable is typed, below the field, which keeps the focus. */
export function CompletionPopover({ id, triggerRef, completion }: CompletionPopoverProps) {
  const { offered, chosen, close, choose } = completion;
  return (
    <Popover
      className={classNames(popoverStyles.popover)}
      triggerRef={triggerRef}
      data-offers="true"
      isNonModal
      isOpen={offered.length > 0}
      placement="bottom start"
      offset={2}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <CompletionList id={id} variables={offered} chosen={chosen} onChoose={choose} />
    </Popover>
  );
}
