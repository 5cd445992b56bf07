import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['src', 'tests', 'scripts']
const isSource = /\.(ts|tsx|mjs|cjs|css)$/

/** Every source file of the project in `root`, test data aside. @param {string} root @returns {string[]} */
export function sourceFiles(root) {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap(filesIn)
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : filesIn(path)
    return isSource.test(entry.name) ? [path] : []
  })
}
