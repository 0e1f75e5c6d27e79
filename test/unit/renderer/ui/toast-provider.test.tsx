import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToastProvider } from '../../../../renderer/ui/toast-provider.tsx';
import { useToast } from '../../../../renderer/ui/use-toast.ts';
import { appError } from '../../../../shared/domain/app-error.ts';

function Buttons() {
  const toast = useToast();
  return (
    <>
      <button
        type="button"
        onClick={() => {
          toast.show({ tone: 'good', title: 'Copied.' });
        }}
      >
        Copy
      </button>
      <button
        type="button"
        onClick={() => {
          toast.showError(appError('key-expired'));
        }}
      >
        Fail
      </button>
    </>
  );
}

const advance = (milliseconds: number) => {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
};

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <ToastProvider>
      <Buttons />
    </ToastProvider>,
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test('says a success politely and takes it away by itself', () => {
  fireEvent.click(screen.getByText('Copy'));
  expect(screen.getByRole('status').textContent).toBe('Copied.');
  advance(5_000);
  expect(screen.queryByText('Copied.')).toBeNull();
});

test('says a failure at once, with what to do next, and shows it longer', () => {
  fireEvent.click(screen.getByText('Fail'));
  const { message, remedy } = appError('key-expired');
  expect(screen.getByRole('alert').textContent).toBe(`${message} ${remedy}`);
  advance(6_000);
  expect(screen.getByRole('alert').textContent).toContain(message);
});

test('keeps a message for as long as the pointer rests on it', () => {
  fireEvent.click(screen.getByText('Copy'));
  fireEvent.pointerEnter(screen.getByRole('listitem'));
  advance(60_000);
  expect(screen.getByRole('listitem').textContent).toContain('Copied.');
  fireEvent.pointerLeave(screen.getByRole('listitem'));
  advance(5_000);
  expect(screen.queryByRole('listitem')).toBeNull();
});

test('shows three messages at most, the newest last', () => {
  for (let count = 0; count < 5; count += 1) fireEvent.click(screen.getByText('Copy'));
  fireEvent.click(screen.getByText('Fail'));
  const items = screen.getAllByRole('listitem');
  expect(items).toHaveLength(3);
  expect(items.at(-1)?.textContent).toContain('expired');
});
