import { expect, test } from 'vitest'
import { scriptProject, type ScriptProject } from './script-project.ts'

/** A project whose Debian installs `packages` as empty programs into tools/, the only folder on the PATH. */
function projectOn(
  canInstall: boolean,
  packages: Readonly<Record<string, readonly string[]>>,
): ScriptProject & { ensure(): Promise<unknown> } {
  const project = scriptProject()
  project.write('tools/.keep', '')
  project.write(
    'scripts/lib/debian.mjs',
    `import { appendFileSync, writeFileSync } from 'node:fs'
    export const canInstall = () => ${canInstall}
    export async function aptInstall(names) {
      appendFileSync('apt.log', names.join(' ') + '\\n')
      const known = ${JSON.stringify(packages)}
      if (names.some((name) => !known[name])) return 'E: Unable to locate package'
      for (const program of names.flatMap((name) => known[name])) writeFileSync('tools/' + program, '', { mode: 0o755 })
      return null
    }`,
  )
  const env = { PATH: `${project.folder}/tools`, TROUPE_BROWSER: '' }
  return { ...project, ensure: () => project.call('lib/tools.mjs', 'ensureTools((line) => console.log(line))', env) }
}

const all = { chromium: ['chromium'], 'poppler-utils': ['pdfsig', 'pdffonts'], sqlite3: ['sqlite3'], 'libnss3-tools': ['certutil'] }

test('what is missing is installed once, what is optional by itself', async () => {
  const project = projectOn(true, all)
  expect(await project.ensure()).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Installing Chromium.*\nInstalling certutil …\nnull\n$/),
  })
  expect(project.read('apt.log')).toBe('chromium poppler-utils sqlite3\nlibnss3-tools\n')
  expect(await project.ensure()).toMatchObject({ code: 0, out: 'null\n' })
  expect(project.runs('apt.log')).toBe(2)
})

test('what is optional and cannot be had keeps nothing else out, and is nobody’s failure', async () => {
  const { 'libnss3-tools': _, ...needed } = all
  const project = projectOn(true, needed)
  expect(await project.ensure()).toMatchObject({ code: 0, out: expect.stringMatching(/Unable to locate package\nnull\n$/) })
})

test('where nothing can be installed it says what is needed, and names nothing that is not', async () => {
  const project = projectOn(false, all)
  expect(await project.ensure()).toMatchObject({
    code: 0,
    out: '"install Chromium, poppler-utils (pdfsig, pdffonts), the sqlite3 shell (on Debian and Ubuntu: sudo apt-get install chromium poppler-utils sqlite3)"\n',
  })
})
