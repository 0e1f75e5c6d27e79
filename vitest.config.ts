import { defineConfig } from 'vitest/config';
import { fuzzTimeout } from './test/support/fuzz.ts';

/** No test may reach the keychain of the person who runs it: a test that needs one starts its own (test/support/keyring.ts). */
const env = { DBUS_SESSION_BUS_ADDRESS: '', TZ: 'UTC' };

/** Ends a test that hangs, in milliseconds; not a measure of speed, since many run beside each other. */
const HANGS_AFTER = fuzzTimeout(60_000);

/** How long a window may take until it shows what is waited for, in milliseconds: as above, no measure of speed. */
const SHOWN_WITHIN = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    restoreMocks: true,
    projects: [
      {
        test: {
          name: 'unit',
          env,
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
          // No module keeps state: the files share what one of them has loaded.
          isolate: false,
          setupFiles: ['test/support/property-seed.ts'],
          testTimeout: HANGS_AFTER,
        },
      },
      {
        test: {
          name: 'renderer',
          env,
          environment: 'jsdom',
          isolate: false,
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/property-seed.ts', 'test/support/renderer-setup.ts'],
          testTimeout: HANGS_AFTER,
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        test: {
          name: 'integration',
          env,
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          setupFiles: ['test/support/property-seed.ts'],
          testTimeout: fuzzTimeout(60_000),
          hookTimeout: 60_000,
          expect: SHOWN_WITHIN,
        },
      },
      {
        test: {
          name: 'attacks',
          env,
          environment: 'node',
          include: ['test/attacks/**/*.test.ts'],
          setupFiles: ['test/support/property-seed.ts'],
          testTimeout: fuzzTimeout(120_000),
          hookTimeout: 60_000,
          expect: SHOWN_WITHIN,
        },
      },
    ],
  },
});
