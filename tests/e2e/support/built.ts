import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The built application that end-to-end tests run; `TROUPE_BUILT` names another build. */
export const builtFolder = process.env.TROUPE_BUILT ?? join(import.meta.dirname, '../../../out')

if (!existsSync(join(builtFolder, 'main', 'index.js')))
  throw new Error(`There is no built application in ${builtFolder}. Build it with "npm run build".`)
