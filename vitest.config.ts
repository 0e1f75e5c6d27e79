import { defineConfig } from 'vitest/config';

/** No test may reach the keychain of the person who runs it: a test that needs one starts its own (test/support/keyring.ts). */
const env = { DBUS_SESSION_BUS_ADDRESS: '', TZ: 'UTC' };

export default defineConfig({
  test: {
    passWithNoTests: true,
    restoreMocks: true,
    projects: [
      {
        test: {
          name: 'unit',
          env,
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
        },
      },
      {
        test: {
          name: 'renderer',
          env,
          environment: 'jsdom',
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/renderer-setup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        test: {
          name: 'integration',
          env,
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'attacks',
          env,
          environment: 'node',
          include: ['test/attacks/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
