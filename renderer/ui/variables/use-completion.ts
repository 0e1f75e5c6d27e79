import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { KnownVariable } from '../../../shared/domain/environment.ts';
import { matchingVariables } from './matching-variables.ts';
import { openTemplateAt, type OpenTemplate } from './template-text.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

export interface Completion {
  readonly offered: readonly KnownVariable[];
  readonly chosen: number;
  /** To be called after typing, and when the caret moved. */
  readonly look: () => void;
  readonly close: () => void;
  readonly choose: (variable: KnownVariable) => void;
  /** Whether the key was for the list. */
  readonly onKeyDown: (event: KeyboardEvent<TextControl>) => boolean;
}

interface CompletionOptions {
  readonly input: RefObject<TextControl | null>;
  readonly variables: readonly KnownVariable[] | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Offers variables while `{{` stands open before the caret, or when Ctrl+Space asks for them within one. */
export function useCompletion({ input, variables, value, onChange }: CompletionOptions): Completion {
  const [open, setOpen] = useState<OpenTemplate | null>(null);
  const [chosen, setChosen] = useState(0);
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [input, value]);
  const offered = open === null || variables === null ? [] : matchingVariables(variables, open.typed);
  const close = (): void => {
    setOpen(null);
  };
  const look = (): void => {
    const field = input.current;
    if (field === null || variables === null) return;
    const { selectionStart, selectionEnd } = field;
    const found = selectionStart === selectionEnd ? openTemplateAt(field.value, selectionStart ?? 0) : null;
    if (found?.typed !== open?.typed) setChosen(0);
    setOpen(found);
  };
  const choose = (variable: KnownVariable): void => {
    if (open === null) return;
    const text = `{{${variable.name}}}`;
    caret.current = open.from + text.length;
    setOpen(null);
    onChange(value.slice(0, open.from) + text + value.slice(open.to));
  };
  const onKeyDown = (event: KeyboardEvent<TextControl>): boolean => {
    if (event.nativeEvent.isComposing) return false;
    if (event.key === ' ' && event.ctrlKey && variables !== null) {
      look();
      return true;
    }
    const variable = offered[chosen];
    if (variable === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((chosen + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(variable);
    else if (event.key === 'Escape') close();
    else return false;
    return true;
  };
  return { offered, chosen, look, close, choose, onKeyDown };
}
