import { checkFileSizes } from './checks/file-sizes.mjs'
import { checkTableOwners } from './checks/table-owners.mjs'
import { root } from './lib/places.mjs'

// The house rules that no library checks: node scripts/check.mjs file-sizes|table-owners
const checks = { 'file-sizes': checkFileSizes, 'table-owners': checkTableOwners }
const check = checks[process.argv[2]]
if (!check) {
  console.error(`Name one of: ${Object.keys(checks).join(', ')}.`)
  process.exit(2)
}
const { problems, notes } = check(root)
for (const line of [...notes, ...problems]) console.log(line)
process.exitCode = problems.length === 0 ? 0 : 1
