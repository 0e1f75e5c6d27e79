import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { FieldTable } from '../../../../renderer/features/requests/field-table.tsx';
import type { FieldRow } from '../../../../shared/domain/http-request.ts';
import { holds } from '../../../support/holds.ts';

const row = (name: string, value: string, isEnabled = true): FieldRow => ({ name, value, isEnabled });

function renderTable(initial: readonly FieldRow[], unresolved: readonly string[] = []) {
  let rows = initial;
  function Table() {
    const [current, setCurrent] = useState(initial);
    rows = current;
    return (
      <FieldTable
        label="Query parameters"
        noun="parameter"
        rows={current}
        onChange={setCurrent}
        unresolved={unresolved}
      />
    );
  }
  render(<Table />);
  return { user: userEvent.setup(), rows: () => rows };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe('FieldTable', () => {
  it('always has one empty row at the end, which becomes a row when something is typed', async () => {
    const { user, rows } = renderTable([]);
    await user.type(field('Name of new parameter'), 'limit');
    expect(rows()).toEqual([row('limit', '')]);
    expect(document.activeElement).toBe(field('Name of parameter 1'));
    expect(field('Name of new parameter').value).toBe('');
  });

  it('goes on with Enter from the name to the value to the next row', async () => {
    const { user, rows } = renderTable([]);
    await user.click(field('Name of new parameter'));
    await user.keyboard('a{Enter}1{Enter}b{Enter}2');
    expect(rows()).toEqual([row('a', '1'), row('b', '2')]);
  });

  it('goes up and down in a column with the arrows', async () => {
    const { user } = renderTable([row('a', '1'), row('b', '2')]);
    await user.click(field('Value of parameter 1'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(field('Value of parameter 2'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(field('Value of new parameter'));
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(field('Value of parameter 1'));
  });

  it('removes an emptied row with Backspace and stays in the row above', async () => {
    const { user, rows } = renderTable([row('a', '1'), row('b', '')]);
    await user.click(field('Name of parameter 2'));
    await user.keyboard('{Backspace}');
    expect(rows()).toEqual([row('a', '1'), row('', '')]);
    await user.keyboard('{Backspace}');
    expect(rows()).toEqual([row('a', '1')]);
    expect(document.activeElement).toBe(field('Name of parameter 1'));
  });

  it('keeps the focus in place when a row is deleted by its button', async () => {
    const { user, rows } = renderTable([row('a', '1'), row('b', '2')]);
    await user.click(screen.getByRole('button', { name: 'Delete parameter 1' }));
    expect(rows()).toEqual([row('b', '2')]);
    expect(document.activeElement).toBe(field('Name of parameter 1'));
  });

  it('keeps a row that is switched off', async () => {
    const { user, rows } = renderTable([row('a', '1')]);
    await user.click(screen.getByRole('checkbox', { name: 'Send parameter 1' }));
    expect(rows()).toEqual([row('a', '1', false)]);
  });

  it('makes rows of pasted lines, and leaves a single line to its field', async () => {
    const { user, rows } = renderTable([row('a', '1')]);
    await user.click(field('Name of new parameter'));
    await user.paste('X-One: 1\nX-Two=2\r\n\nX-Three\t3');
    expect(rows()).toEqual([row('a', '1'), row('X-One', '1'), row('X-Two', '2'), row('X-Three', '3')]);
    await user.click(field('Name of new parameter'));
    await user.paste('Accept: text/html');
    expect(rows().at(-1)).toEqual(row('Accept: text/html', ''));
  });

  it('marks fields whose variable has no value', () => {
    renderTable([row('id', '{{ userId }}'), row('b', '{{known}}')], ['userId']);
    expect(field('Value of parameter 1').dataset['unresolved']).toBe('true');
    expect(field('Value of parameter 2').dataset['unresolved']).toBeUndefined();
  });

  it('shows what a person typed as text, never as markup', holds('confinement.markup'), () => {
    renderTable([row('<img src=x onerror=alert(1)>', '{{constructor.constructor}}')]);
    expect(field('Name of parameter 1').value).toBe('<img src=x onerror=alert(1)>');
    expect(within(document.body).queryByRole('img')).toBeNull();
  });
});
