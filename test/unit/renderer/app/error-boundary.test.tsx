import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../../../renderer/app/error-boundary.tsx';

test('says that nothing is lost, shows no text of the error, and shows the page again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const user = userEvent.setup();
  const page = { isBroken: true };
  function Page() {
    if (page.isBroken) throw new Error('internal detail');
    return <p>Fine again</p>;
  }
  render(
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('Nothing that was saved is lost');
  expect(document.body.textContent).not.toContain('internal detail');
  page.isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Show it again' }));
  expect(screen.getByText('Fine again')).toBeTruthy();
});
