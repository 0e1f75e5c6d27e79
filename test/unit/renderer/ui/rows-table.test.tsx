import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { RowText } from '../../../../renderer/ui/rows/row-text.tsx';
import { RowsTable } from '../../../../renderer/ui/rows/rows-table.tsx';

interface Item {
  readonly name: string;
  readonly note: string;
  readonly isEnabled: boolean;
}

const EMPTY: Item = { name: '', note: '', isEnabled: true };

function Items({ first }: { readonly first: readonly Item[] }) {
  const [rows, setRows] = useState(first);
  return (
    <RowsTable
      label="Items"
      noun="variable"
      verb="use"
      rows={rows}
      columns={[
        {
          id: 'name',
          label: 'Name',
          cell: (row, at) => (
            <RowText
              label={`Name of ${at.which}`}
              field={at.field('name')}
              value={row.name}
              onValueChange={(name) => {
                at.change({ ...row, name });
              }}
            />
          ),
        },
        { id: 'mark', label: 'Mark', cell: () => '–' },
        {
          id: 'note',
          label: 'Note',
          cell: (row, at) => (
            <RowText
              label={`Note of ${at.which}`}
              field={at.field('note')}
              value={row.note}
              onValueChange={(note) => {
                at.change({ ...row, note });
              }}
            />
          ),
        },
      ]}
      added={{ row: EMPTY, isEmpty: ({ name, note }) => name === '' && note === '' }}
      onChange={setRows}
    />
  );
}

const focusedName = () => document.activeElement?.getAttribute('aria-label');

describe('a table of rows', () => {
  it('makes a row of what is typed into the empty one, and Enter goes on to the next field', async () => {
    const user = userEvent.setup();
    render(<Items first={[]} />);
    await user.click(screen.getByLabelText('Name of new variable'));
    await user.keyboard('one');
    expect(focusedName()).toBe('Name of variable 1');
    // The column in between has no field.
    await user.keyboard('{Enter}');
    expect(focusedName()).toBe('Note of variable 1');
    await user.keyboard('first{Enter}');
    expect(focusedName()).toBe('Name of new variable');
    expect(screen.getByLabelText<HTMLInputElement>('Note of variable 1').value).toBe('first');
  });

  it('goes up and down its columns, and Backspace in an empty row removes it', async () => {
    const user = userEvent.setup();
    const item = (name: string): Item => ({ ...EMPTY, name });
    render(<Items first={[item('one'), item(''), item('three')]} />);
    await user.click(screen.getByLabelText('Note of variable 1'));
    await user.keyboard('{ArrowDown}');
    expect(focusedName()).toBe('Note of variable 2');
    await user.keyboard('{Backspace}');
    expect(focusedName()).toBe('Note of variable 1');
    expect(screen.getByLabelText<HTMLInputElement>('Name of variable 2').value).toBe('three');
    await user.click(screen.getByRole('button', { name: 'Delete variable 2' }));
    expect(focusedName()).toBe('Name of new variable');
  });

  it('switches a row off without losing what is in it', async () => {
    const user = userEvent.setup();
    render(<Items first={[{ ...EMPTY, name: 'one' }]} />);
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Use variable 1' });
    await user.click(box);
    expect(box.checked).toBe(false);
    expect(screen.getByLabelText<HTMLInputElement>('Name of variable 1').value).toBe('one');
  });
});
