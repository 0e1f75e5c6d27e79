import { defineConfig } from '@playwright/test';

// Specs start the app through launchKeyfob, which brings its own browser; none may reach the person's own keychain.
process.env['DBUS_SESSION_BUS_ADDRESS'] = '';

export default defineConfig({
  testDir: 'test/e2e/specs',
  outputDir: 'test-results',
  // Each test has its own user-data folder, so that two can run beside each other.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
