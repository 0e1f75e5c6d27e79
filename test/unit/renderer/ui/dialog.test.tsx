import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Dialog } from '../../../../renderer/ui/dialog.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';

function Fixture({ isDismissable = true }: { readonly isDismissable?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const [error, setError] = useState<string>();
  return (
    <>
      <Button
        onPress={() => {
          setIsOpen(true);
        }}
      >
        Open
      </Button>
      {isOpen && (
        <Dialog
          title="Question"
          isDismissable={isDismissable}
          onClose={() => {
            setIsOpen(false);
          }}
          onSubmit={() => {
            setError('Give an answer');
          }}
          footer={<Button type="submit">Answer</Button>}
        >
          <TextField label="Answer text" errorMessage={error} />
        </Dialog>
      )}
    </>
  );
}

test('closes on Escape and gives the focus back to what opened it', async () => {
  const user = userEvent.setup();
  render(<Fixture />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(screen.getByRole('dialog', { name: 'Question' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }));
  });
});

test('puts the focus on the first field that refused, when it is submitted', async () => {
  const user = userEvent.setup();
  render(<Fixture />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  await user.click(screen.getByRole('button', { name: 'Answer' }));
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText('Answer text'));
  });
  expect(screen.getByText('Give an answer')).toBeTruthy();
});

test('offers no way out but its own buttons and Escape when it must not be dismissed by accident', async () => {
  const user = userEvent.setup();
  render(<Fixture isDismissable={false} />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
});
