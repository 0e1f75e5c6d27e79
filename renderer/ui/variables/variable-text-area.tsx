import { type ComponentProps, type KeyboardEvent, useId, useRef } from 'react';
import { TextArea } from '../text-area.tsx';
import { CompletionPopover } from './completion-popover.tsx';
import { useKnownVariables } from './known-variables.ts';
import { useCompletion } from './use-completion.ts';

interface VariableTextAreaProps extends Omit<ComponentProps<typeof TextArea>, 'value' | 'onChange' | 'area'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lines of text in which `{{variables}}` are offered while they are typed. */
export function VariableTextArea({ value, onChange, ...props }: VariableTextAreaProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const variables = useKnownVariables();
  const completion = useCompletion({ input, variables, value, onChange });
  const { offered, chosen } = completion;
  const isOffering = offered.length > 0;
  return (
    <>
      <TextArea
        {...props}
        value={value}
        onChange={(text) => {
          onChange(text);
          completion.look();
        }}
        area={{
          ref: input,
          'aria-autocomplete': variables === null ? undefined : 'list',
          'aria-controls': isOffering ? listId : undefined,
          'aria-activedescendant': isOffering ? `${listId}-${String(chosen)}` : undefined,
          onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
            if (!completion.onKeyDown(event)) return;
            event.preventDefault();
            event.stopPropagation();
          },
          onSelect: () => {
            if (isOffering) completion.look();
          },
          onBlur: completion.close,
        }}
      />
      <CompletionPopover id={listId} triggerRef={input} completion={completion} />
    </>
  );
}
