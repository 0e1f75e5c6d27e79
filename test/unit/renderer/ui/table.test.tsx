import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Table, type TableColumn, type TableSort } from '../../../../renderer/ui/table.tsx';

interface Person {
  readonly id: string;
  readonly name: string;
}

type Column = 'name' | 'action';

const columns: readonly TableColumn<Person, Column>[] = [
  { id: 'name', label: 'Name', width: '1fr', isSortable: true, render: ({ name }) => name },
  {
    id: 'action',
    label: 'Actions',
    isLabelHidden: true,
    width: '2rem',
    render: ({ name }) => <button type="button">Greet {name}</button>,
  },
];

function people(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `Person ${String(index)}`,
  }));
}

function Fixture({
  rows,
  isLoading = false,
}: {
  readonly rows: readonly Person[];
  readonly isLoading?: boolean;
}) {
  const [sort, setSort] = useState<TableSort<Column>>({ column: 'name', direction: 'ascending' });
  return (
    <Table
      label="People"
      columns={columns}
      rows={rows}
      getId={({ id }) => id}
      sort={sort}
      onSortChange={setSort}
      isLoading={isLoading}
      empty={<p>Nobody</p>}
    />
  );
}

test('renders a window of ten thousand rows, and says how many there are', () => {
  render(<Fixture rows={people(10_000)} />);
  expect(screen.getByRole('grid', { name: 'People' }).getAttribute('aria-rowcount')).toBe('10001');
  const rendered = screen.getAllByRole('row').length;
  expect(rendered).toBeGreaterThan(5);
  expect(rendered).toBeLessThan(60);
});

test('is one tab stop for all rows, and moves between them by arrows', async () => {
  const user = userEvent.setup();
  render(<Fixture rows={people(50)} />);
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.filter((row) => row.tabIndex === 0)).toHaveLength(1);
  rows[0]?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  await waitFor(() => {
    expect(document.activeElement?.textContent).toContain('Person 2');
  });
});

test('presses the first button of the row on Enter', async () => {
  const user = userEvent.setup();
  const pressed: string[] = [];
  render(
    <div
      onClick={(event) => {
        if (event.target instanceof HTMLButtonElement) pressed.push(event.target.textContent);
      }}
    >
      <Fixture rows={people(3)} />
    </div>,
  );
  screen.getAllByRole('row')[1]?.focus();
  await user.keyboard('{Enter}');
  expect(pressed).toEqual(['Greet Person 0']);
});

test('turns the order of a column round when its header is pressed again', async () => {
  const user = userEvent.setup();
  render(<Fixture rows={people(3)} />);
  const header = screen.getByRole('columnheader', { name: 'Name' });
  expect(header.getAttribute('aria-sort')).toBe('ascending');
  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(header.getAttribute('aria-sort')).toBe('descending');
});

test('holds the place with skeleton rows while it loads, and says that it is busy', () => {
  render(<Fixture rows={[]} isLoading />);
  expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
  expect(screen.queryByText('Nobody')).toBeNull();
});

test('shows what stands for nothing when there are no rows', () => {
  render(<Fixture rows={[]} />);
  expect(screen.getByText('Nobody')).toBeTruthy();
});
