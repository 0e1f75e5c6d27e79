import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Button } from '../../../../renderer/ui/button.tsx';

test('takes no press while it is pending, keeps its name and its focus, and says that it is busy', async () => {
  const user = userEvent.setup();
  const presses: string[] = [];
  const onPress = () => {
    presses.push('pressed');
  };
  const { rerender } = render(<Button onPress={onPress}>Save</Button>);
  const button = screen.getByRole('button', { name: 'Save' });
  await user.click(button);
  rerender(
    <Button onPress={onPress} isPending>
      Save
    </Button>,
  );
  await user.click(button);
  await user.keyboard('{Enter}');
  expect(presses).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Save' })).toBe(button);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

test('submits its form once, however often it is pressed while it is pending', () => {
  const submits: string[] = [];
  const form = (isPending: boolean) => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submits.push('submitted');
      }}
    >
      <Button type="submit" isPending={isPending}>
        Save
      </Button>
    </form>
  );
  const { rerender } = render(form(false));
  fireEvent.click(screen.getByRole('button'));
  rerender(form(true));
  fireEvent.click(screen.getByRole('button'));
  expect(submits).toHaveLength(1);
});
