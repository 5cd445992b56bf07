import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { aptInstall, canInstall } from './debian.mjs'

const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, process.platform === 'win32' ? `${program}.exe` : program)))

/** Programs of the system that the tests look at results with. */
const tools = [
  { what: 'Chromium', package: 'chromium', isThere: () => findBrowser() !== null },
  { what: 'poppler-utils (pdfsig, pdffonts)', package: 'poppler-utils', isThere: () => onPath('pdfsig') && onPath('pdffonts') },
  { what: 'the sqlite3 shell', package: 'sqlite3', isThere: () => onPath('sqlite3') },
]

/** Installs what is missing where that can be done, as root on Debian. @param {(line: string) => void} say
 *  @returns {Promise<string | null>} what a person has to install, or null when everything is there */
export async function ensureTools(say) {
  const missing = tools.filter(({ isThere }) => !isThere())
  if (missing.length === 0) return null
  if (canInstall()) {
    say(`Installing ${missing.map(({ what }) => what).join(', ')} …`)
    const problem = await aptInstall(missing.map((tool) => tool.package))
    if (problem) say(problem)
  }
  const left = tools.filter(({ isThere }) => !isThere())
  if (left.length === 0) return null
  return `install ${left.map(({ what }) => what).join(', ')} (on Debian and Ubuntu: sudo apt-get install ${left.map((tool) => tool.package).join(' ')})`
}
