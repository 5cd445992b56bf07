import { defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 22) {
  throw new Error(`Troupe's tests need Node 22 or later; this is ${process.version}. Run them with "npm test".`)
}

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // Files of one process share the modules that they import: loading the engine anew for each file took a fifth of the time. What a test
    // changes outside its own workspace (clock, environment, spies) it puts back.
    isolate: false,
    // Two cores are meant. Tests wait for the disk and for processes of their own, so two files at a time would leave them idle now and then.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          // These run what is built: "npm run build" comes first.
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/demo-workspace.ts'],
          testTimeout: 180_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
