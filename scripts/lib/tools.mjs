import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { aptInstall, canInstall } from './debian.mjs'

const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, process.platform === 'win32' ? `${program}.exe` : program)))

/** Programs of the system that the tests look at results with. Without one that is `optional`, its tests are skipped and say so. */
const tools = [
  { what: 'Chromium', package: 'chromium', isThere: () => findBrowser() !== null },
  { what: 'poppler-utils (pdfsig, pdffonts)', package: 'poppler-utils', isThere: () => onPath('pdfsig') && onPath('pdffonts') },
  { what: 'the sqlite3 shell', package: 'sqlite3', isThere: () => onPath('sqlite3') },
  { what: 'certutil', package: 'libnss3-tools', isThere: () => onPath('certutil'), optional: true },
]

const isMissing = ({ isThere }) => !isThere()
const isNeeded = ({ optional }) => !optional

/** Installs what is missing where that can be done, as root on Debian. @param {(line: string) => void} say
 *  @returns {Promise<string | null>} what a person has to install, or null when everything that is needed is there */
export async function ensureTools(say) {
  const missing = tools.filter(isMissing)
  // By themselves, so that what is optional cannot keep out what is needed.
  await install(missing.filter(isNeeded), say)
  await install(
    missing.filter((tool) => !isNeeded(tool)),
    say,
  )
  const left = tools.filter((tool) => isNeeded(tool) && isMissing(tool))
  if (left.length === 0) return null
  return `install ${left.map(({ what }) => what).join(', ')} (on Debian and Ubuntu: sudo apt-get install ${left.map((tool) => tool.package).join(' ')})`
}

async function install(missing, say) {
  if (missing.length === 0 || !canInstall()) return
  say(`Installing ${missing.map(({ what }) => what).join(', ')} …`)
  const problem = await aptInstall(missing.map((tool) => tool.package))
  if (problem) say(problem)
}
