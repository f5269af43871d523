import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testEnvironment } from './setup/testEnvironment.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Left to `npm test`: they kill processes, fill disks or take their time. */
const SLOW = ['tests/faults/**', 'tests/hostile/**', 'tests/property/**', 'tests/office/**', 'tests/dist/**', 'tests/**/*.slow.test.ts'];

export default defineConfig({
  root,
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', ...(process.env.JIANBAO_FAST === '1' ? SLOW : [])],
    env: testEnvironment,
    globalSetup: ['tests/support/postgresRun.ts'],
    passWithNoTests: false,
    // The fast check shares its workers between files: half the time; `npm test` gives every file its own.
    isolate: process.env.JIANBAO_FAST !== '1',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
