import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSigningPage } from './signing-page.build.ts'

/** Every file directly in `folder` is an entry of its own, `prefix` before its name. */
function entriesIn(folder: string, prefix = ''): Record<string, string> {
  const files = readdirSync(join(import.meta.dirname, folder), { withFileTypes: true }).filter(
    (file) => file.isFile() && file.name.endsWith('.ts'),
  )
  return Object.fromEntries(files.map(({ name }) => [`${prefix}${basename(name, '.ts')}`, join(import.meta.dirname, folder, name)]))
}

// scripts/lib/build.mjs builds beside the place and moves the whole build in, so that a running application never sees half of one.
const out = process.env.TROUPE_BUILD_INTO ?? 'out'

export default defineConfig({
  main: {
    // The engine fills this page in for each contract, so the two are made together.
    plugins: [{ name: 'signing-page', closeBundle: () => buildSigningPage(join(import.meta.dirname, out, 'signing-page')) }],
    build: {
      outDir: `${out}/main`,
      // Packages of many small files, of which we use a part, are built in: finding and reading each file took a third of every start.
      externalizeDeps: { exclude: ['@orpc/client', '@orpc/contract', '@orpc/server', 'diff', 'hucre', 'kysely', 'zod'] },
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { ...entriesIn('src/main'), ...entriesIn('src/main/engine/workers', 'worker-') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: `${out}/renderer`,
      minify: true,
      emptyOutDir: true,
      rolldownOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
})
