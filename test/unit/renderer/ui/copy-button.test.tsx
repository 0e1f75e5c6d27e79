import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CopyButton } from '../../../../renderer/ui/copy-button.tsx';

const isConfirmed = () =>
  screen.getByRole('button', { name: 'Copy' }).querySelector('.lucide-check') !== null;

test('shows a tick once the copy worked', async () => {
  const user = userEvent.setup();
  render(<CopyButton onCopy={() => Promise.resolve(true)} />);
  expect(isConfirmed()).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(isConfirmed()).toBe(true);
});

test('shows no tick when the copy was refused', async () => {
  const user = userEvent.setup();
  render(<CopyButton onCopy={() => Promise.resolve(false)} />);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(isConfirmed()).toBe(false);
});
