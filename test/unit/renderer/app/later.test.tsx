import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it } from 'vitest';
import { later } from '../../../../renderer/app/later.ts';

const Loaded = () => <p>Here</p>;

it('is there at once when its code was loaded before', async () => {
  const page = later(() => Promise.resolve(Loaded));
  await page.load();
  const Page = page.component();
  render(<Page />);
  expect(screen.getByText('Here')).toBeTruthy();
});

it('waits for its code where it is shown before', async () => {
  const Page = later(() => Promise.resolve(Loaded)).component();
  render(
    <Suspense fallback={<p>Not yet</p>}>
      <Page />
    </Suspense>,
  );
  expect(screen.getByText('Not yet')).toBeTruthy();
  expect(await screen.findByText('Here')).toBeTruthy();
});

it('loads its code once, and again when that failed', async () => {
  const attempts = [() => Promise.reject(new Error('Gone')), () => Promise.resolve(Loaded)];
  const page = later(() => attempts.shift()?.() ?? Promise.reject(new Error('Loaded twice')));
  await expect(page.load()).rejects.toThrow('Gone');
  await page.load();
  await page.load();
  expect(page.component()).toBe(Loaded);
});
