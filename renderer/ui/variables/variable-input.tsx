import { type ComponentProps, type PointerEvent, useId, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import { classNames } from '../class-names.ts';
import popoverStyles from '../popover.module.css';
import { SuggestInput } from '../suggest-input.tsx';
import { CompletionPopover } from './completion-popover.tsx';
import { findVariable, useKnownVariables } from './known-variables.ts';
import { templatePieces } from './template-text.ts';
import { useCompletion } from './use-completion.ts';
import { VariableCard } from './variable-card.tsx';
import styles from './variable-input.module.css';

interface VariableInputProps extends Omit<
  ComponentProps<'input'>,
  'onChange' | 'value' | 'ref' | 'list' | 'role'
> {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** Names that are known to have no value, beside those that nothing is called. */
  readonly unresolved?: readonly string[];
  /** Not where a variable may come from what is not known here. */
  readonly marksMissing?: boolean;
  /** What else could be meant, where no variable is being typed. */
  readonly suggestions?: readonly string[] | null;
  readonly listLabel?: string;
  /** Set where the class shows a fixed-width font because of it: the marks need the same. */
  readonly 'data-mono'?: string;
}

/**
 * An input of one line in which `{{variables}}` are marked, offered while they are typed, and shown with their value and source when
 * they are pointed at. It stays an input of the role textbox: the list belongs to it by `aria-activedescendant`.
 */
export function VariableInput(all: VariableInputProps) {
  const texts = useTexts(editingTexts).variables;
  const {
    value,
    onValueChange,
    unresolved = [],
    marksMissing = true,
    suggestions = null,
    listLabel = texts.suggestions,
    className,
    ...props
  } = all;
  const input = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLSpanElement>(null);
  const pointed = useRef<HTMLElement | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const listId = useId();
  const variables = useKnownVariables();
  const completion = useCompletion({ input, variables, value, onChange: onValueChange });
  const { offered, chosen } = completion;
  const isOffering = offered.length > 0;
  const follow = (): void => {
    const shift = input.current?.scrollLeft ?? 0;
    if (mirror.current !== null) mirror.current.style.transform = `translateX(${String(-shift)}px)`;
  };
  const point = (event: PointerEvent): void => {
    const found = spanAt(mirror.current, event);
    pointed.current = found;
    setHovered(found?.dataset['variable'] ?? null);
  };
  const leave = (): void => {
    setHovered(null);
  };
  const marks = value.includes('{{') && variables !== null;
  return (
    <span className={styles.frame} onPointerMove={marks ? point : undefined} onPointerLeave={leave}>
      <SuggestInput
        autoComplete="off"
        spellCheck={false}
        {...props}
        inputRef={input}
        suggestions={isOffering ? null : suggestions}
        listLabel={listLabel}
        className={className}
        value={value}
        aria-autocomplete={variables === null ? undefined : 'list'}
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering ? `${listId}-${String(chosen)}` : undefined}
        onChange={(text) => {
          onValueChange(text);
          completion.look();
          follow();
        }}
        onKeyDown={(event) => {
          if (completion.onKeyDown(event)) {
            event.preventDefault();
            event.stopPropagation();
          } else props.onKeyDown?.(event);
        }}
        onScroll={follow}
        onSelect={(event) => {
          follow();
          if (isOffering) completion.look();
          props.onSelect?.(event);
        }}
        onBlur={(event) => {
          completion.close();
          props.onBlur?.(event);
        }}
      />
      {marks && (
        <span
          className={[className, styles.mirror].join(' ')}
          data-mono={props['data-mono']}
          aria-hidden="true"
        >
          <span ref={mirror} className={styles.text}>
            {templatePieces(value).map(({ text, name }, index) =>
              name === null ? (
                text
              ) : (
                <span
                  key={index}
                  className={styles.variable}
                  data-variable={name}
                  data-state={isMissing(name) ? 'missing' : 'known'}
                >
                  {text}
                </span>
              ),
            )}
          </span>
        </span>
      )}
      <CompletionPopover id={listId} triggerRef={input} completion={completion} />
      <Popover
        className={classNames(popoverStyles.popover)}
        triggerRef={pointed}
        isNonModal
        isOpen={hovered !== null && !isOffering && variables !== null}
        placement="bottom start"
        offset={4}
        onOpenChange={leave}
      >
        {hovered !== null && (
          <VariableCard name={hovered} variable={findVariable(variables ?? [], hovered)} />
        )}
      </Popover>
    </span>
  );

  function isMissing(name: string): boolean {
    if (unresolved.includes(name)) return true;
    const variable = findVariable(variables ?? [], name);
    return variable === null
      ? marksMissing && !/^(key:|postman_api_key$)/.test(name)
      : variable.problem !== null;
  }
}

function spanAt(mirror: HTMLElement | null, { clientX, clientY }: PointerEvent): HTMLElement | null {
  const spans = [...(mirror?.querySelectorAll<HTMLElement>('[data-variable]') ?? [])];
  return (
    spans.find((span) => {
      const { left, right, top, bottom } = span.getBoundingClientRect();
      return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    }) ?? null
  );
}
