import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../../shared/domain/environment.ts';
import { renderScreen } from './render-screen.tsx';

const HOST = 'https://staging.example.com';

function staging(): Environment {
  return {
    id: 'env:Staging.json',
    name: 'Staging',
    fileName: 'Staging.json',
    revision: '1',
    suggestedOrigins: [HOST],
    rows: [{ kind: 'plain', name: 'host', value: HOST, isEnabled: true }],
  };
}

async function openDialog(user: ReturnType<typeof renderScreen>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Edit environments' }));
  return screen.findByRole('dialog', { name: 'Environments' });
}

describe('the environments', () => {
  it('are none at first, and the first one is made and filled', async () => {
    const { user, bridge, fill } = renderScreen('requests');
    const dialog = await openDialog(user);
    await within(dialog).findByText('No environments yet');
    await user.click(within(dialog).getByRole('button', { name: 'New environment' }));
    await fill(await screen.findByRole('textbox', { name: 'Name' }), 'Local');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await fill(await screen.findByRole('textbox', { name: 'Name of new variable' }), 'host');
    await fill(screen.getByRole('textbox', { name: 'Value of variable 1' }), 'http://127.0.0.1:1');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(bridge.state.environments[0]?.rows).toEqual([
        { kind: 'plain', name: 'host', value: 'http://127.0.0.1:1', isEnabled: true },
      ]);
    });
  });

  it('are chosen beside the collections', async () => {
    const { user, bridge } = renderScreen('requests', { environments: [staging()] });
    await user.click(await screen.findByRole('button', { name: /No environment Environment/ }));
    await user.click(await screen.findByRole('option', { name: 'Staging' }));
    await waitFor(() => {
      expect(bridge.state.preferences.activeEnvironmentId).toBe('env:Staging.json');
    });
  });

  it('take a secret once, with the origins that the environment suggests, and forget it in the window', async () => {
    const { user, bridge, fill } = renderScreen('requests', { environments: [staging()] });
    await openDialog(user);
    await user.click(await screen.findByRole('button', { name: 'Add secret variable' }));
    await fill(await screen.findByRole('textbox', { name: 'Name' }), 'token');
    const value = screen.getByLabelText('Value');
    expect(value.getAttribute('type')).toBe('password');
    await fill(value, 'made up 123');
    expect(screen.getByRole('textbox', { name: 'May go to' })).toHaveProperty('value', HOST);
    await user.click(screen.getByRole('button', { name: 'Seal' }));
    await screen.findByText(/Sealed; to staging\.example\.com/);
    expect(document.documentElement.outerHTML).not.toContain('made up 123');
    expect(bridge.state.environments[0]?.rows[1]).toMatchObject({
      kind: 'hidden',
      name: 'token',
      state: 'kept',
    });
  });

  it('that changed on disk are not written over: the file is loaded, or mine is kept as a copy', async () => {
    const { user, bridge, fill } = renderScreen('requests', { environments: [staging()] });
    await openDialog(user);
    await fill(
      await screen.findByRole('textbox', { name: 'Value of variable 1' }),
      'https://mine.example.com',
    );
    bridge.state.environments = [
      {
        ...staging(),
        revision: '9',
        rows: [{ kind: 'plain', name: 'host', value: 'theirs', isEnabled: true }],
      },
    ];
    bridge.publish('environments.changed', {});
    await user.click(await screen.findByRole('button', { name: 'Keep mine as a copy' }));
    await waitFor(() => {
      expect(
        bridge.state.environments.map(({ name, rows }) => [name, rows[0]?.kind === 'plain' && rows[0].value]),
      ).toEqual([
        ['Staging', 'theirs'],
        ['Staging copy', 'https://mine.example.com'],
      ]);
    });
  });

  it('ask before changes are dropped, and come back after they were deleted', async () => {
    const { user, bridge, fill } = renderScreen('requests', { environments: [staging()] });
    const dialog = await openDialog(user);
    await fill(await screen.findByRole('textbox', { name: 'Value of variable 1' }), 'x');
    await user.click(within(dialog).getByRole('button', { name: 'Dismiss' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Revert' }));
    await user.click(screen.getByRole('button', { name: 'More actions for Staging' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(bridge.state.environments).toHaveLength(1);
    });
  });
});

describe('a variable in a field', () => {
  it('is offered while it is typed, with its value and source, and put in by Enter', async () => {
    const { user } = renderScreen('requests', {
      environments: [staging()],
      preferences: { activeEnvironmentId: 'env:Staging.json' },
    });
    const url = await screen.findByRole('textbox', { name: 'URL' });
    await user.click(url);
    await user.keyboard('{{{{ho');
    const option = await screen.findByRole('option', { name: /^host/ });
    expect(option.textContent).toContain(HOST);
    expect(option.textContent).toContain('Environment Staging');
    expect(url.getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}/me');
    expect(url).toHaveProperty('value', '{{host}}/me');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('is offered in the text of all headers, and put in where the caret stands', async () => {
    const { user } = renderScreen('requests', {
      environments: [staging()],
      preferences: { activeEnvironmentId: 'env:Staging.json' },
    });
    await user.click(await screen.findByRole('tab', { name: /^Headers/ }));
    await user.click(await screen.findByRole('button', { name: 'Edit as text' }));
    const text = await screen.findByRole('textbox', { name: 'Request headers as text' });
    await user.click(text);
    await user.keyboard('A: 1{Enter}X-Host: {{{{ho');
    const option = await screen.findByRole('option', { name: /^host/ });
    expect(text.getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}/b');
    expect(text).toHaveProperty('value', 'A: 1\nX-Host: {{host}}/b');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('of the same environment is offered in its values, and no name is marked as missing there', async () => {
    const { user } = renderScreen('requests', { environments: [staging()] });
    const dialog = within(await openDialog(user));
    await user.click(await dialog.findByRole('textbox', { name: 'Name of new variable' }));
    await user.keyboard('next{Enter}{{{{other}}/{{{{ho');
    await screen.findByRole('option', { name: /^host/ });
    await user.keyboard('{Enter}');
    expect(dialog.getByDisplayValue('{{other}}/{{host}}')).toBeTruthy();
    expect(document.querySelector('[data-variable="other"]')?.getAttribute('data-state')).toBe('known');
  });

  it('that nothing is called so is marked, in the URL and in headers', async () => {
    const { user, fill } = renderScreen('requests', { environments: [staging()] });
    await fill(await screen.findByRole('textbox', { name: 'URL' }), 'https://a.test/{{nothing}}');
    await waitFor(() => {
      expect(document.querySelector('[data-variable="nothing"]')?.getAttribute('data-state')).toBe('missing');
    });
    await user.click(screen.getByRole('tab', { name: /^Headers/ }));
    await fill(await screen.findByLabelText('Name of new header'), 'A');
    await fill(screen.getByLabelText('Value of header 1'), '{{other}}');
    await waitFor(() => {
      expect(document.querySelector('[data-variable="other"]')?.getAttribute('data-state')).toBe('missing');
    });
  });
});
