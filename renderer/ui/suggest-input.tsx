import {
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import styles from './suggest-input.module.css';

interface SuggestInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'list' | 'role'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What could be meant, the likeliest first; `null` for a plain line of text. */
  readonly suggestions: readonly string[] | null;
  /** The accessible name of the list. */
  readonly listLabel: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/**
 * A line of text that suggests what could be meant (ARIA combobox with a list). Typing opens the list; arrows choose in it, Enter and Tab
 * take what is chosen, Escape closes it. While the list is closed, keys are the caller's; Alt+Down opens it.
 */
export function SuggestInput(all: SuggestInputProps) {
  const { value, onChange, suggestions, listLabel, inputRef, ...props } = all;
  const id = useId();
  const ownRef = useRef<HTMLInputElement>(null);
  const input = inputRef ?? ownRef;
  const [place, setPlace] = useState<Place | null>(null);
  const [chosen, setChosen] = useState(-1);
  const shown = place === null || suggestions === null ? [] : suggestions;
  const isOpen = shown.length > 0;
  const open = () => {
    const box = input.current?.getBoundingClientRect();
    if (box !== undefined) setPlace({ left: box.left, top: box.bottom, width: box.width });
    setChosen(-1);
  };
  const close = () => {
    setPlace(null);
    setChosen(-1);
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    // The list stands where the field stood.
    const leave = () => {
      setPlace(null);
    };
    window.addEventListener('resize', leave);
    window.addEventListener('scroll', leave, true);
    return () => {
      window.removeEventListener('resize', leave);
      window.removeEventListener('scroll', leave, true);
    };
  }, [isOpen]);
  const take = (index: number) => {
    const suggestion = shown[index];
    if (suggestion !== undefined) onChange(suggestion);
    close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!isUsed(event)) props.onKeyDown?.(event);
  };
  const isUsed = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowDown' && event.altKey && suggestions !== null) open();
    else if (!isOpen) return false;
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % shown.length);
    else if (event.key === 'ArrowUp') setChosen(chosen <= 0 ? shown.length - 1 : chosen - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) take(chosen);
    else if (event.key === 'Tab' && chosen >= 0) {
      // The focus goes on all the same.
      take(chosen);
      return false;
    } else return false;
    event.preventDefault();
    return true;
  };
  return (
    <>
      <input
        {...props}
        ref={input}
        value={value}
        {...(suggestions === null ? {} : comboboxOf(id, isOpen, chosen))}
        onChange={(event) => {
          onChange(event.target.value);
          if (event.target.value === '') close();
          else open();
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          close();
          props.onBlur?.(event);
        }}
      />
      {isOpen &&
        place !== null &&
        createPortal(
          <ul
            id={id}
            className={styles.list}
            role="listbox"
            aria-label={listLabel}
            style={{ insetInlineStart: place.left, insetBlockStart: place.top, minInlineSize: place.width }}
          >
            {shown.map((suggestion, index) => (
              <li
                key={suggestion}
                id={`${id}-${String(index)}`}
                className={styles.option}
                role="option"
                aria-selected={index === chosen}
                // The focus stays in the field.
                onMouseDown={(event) => {
                  event.preventDefault();
                  take(index);
                }}
              >
                {suggestion}
              </li>
            ))}
          </ul>,
          document.body,
        )}
    </>
  );
}

function comboboxOf(id: string, isOpen: boolean, chosen: number) {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    'aria-activedescendant': isOpen && chosen >= 0 ? `${id}-${String(chosen)}` : undefined,
  } as const;
}
