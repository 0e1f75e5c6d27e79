import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anApiKey } from '../../../support/builders.ts';
import { renderScreen } from './render-screen.tsx';

const url = () => screen.findByLabelText('URL');

describe('what is said of a request before it is sent', () => {
  it('is what it does and what its fields mean, in About', async () => {
    const { user } = renderScreen('requests');
    expect(screen.queryByRole('tab', { name: 'About' })).toBeNull();

    await user.click(await screen.findByText('Get the authenticated user'));
    await user.click(await screen.findByRole('tab', { name: 'About' }));

    expect(screen.getByText(/^Whose key it is/)).toBeTruthy();
    expect(screen.getByText(/^operations\[\]\.usage: /)).toBeTruthy();
  });

  it('is that the Local API does not serve it, where it goes there', async () => {
    const { fill } = renderScreen('requests', { keys: [anApiKey()] });
    const text = 'Not served by the Local API';
    await fill(await url(), '{{baseUrl}}/mocks');
    expect(await screen.findByText(text)).toBeTruthy();

    await fill(await url(), '{{baseUrl}}/me');
    await screen.findByText(/127\.0\.0\.1:5362\/me/);
    expect(screen.queryByText(text)).toBeNull();

    await fill(await url(), 'https://api.getpostman.com/mocks');
    await screen.findByText('https://api.getpostman.com/mocks');
    expect(screen.queryByText(text)).toBeNull();
  });
});
