import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { trainAuthenticity } from './authenticity/train.mjs'
import { root } from './lib/places.mjs'

// node scripts/train-authenticity.mjs FOLDER: trains what judges comments and followers on labelled files (docs/vetting.md).
const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Name the folder with the labelled files: node scripts/train-authenticity.mjs FOLDER')
  process.exit(2)
}

const { comments, accounts, byVideo } = await trainAuthenticity(folder)
for (const { name, ...metrics } of byVideo) print(name, metrics)
print('Comments, leave one video out', comments.provenance.metrics)
print('Accounts, tenfold', accounts.provenance.metrics)
keep('comments', comments)
keep('accounts', accounts)

function print(what, { judged, accuracy, precision, recall, f1, rocAuc, specificity }) {
  const figures = { accuracy, precision, recall, F1: f1, 'ROC AUC': rocAuc, specificity }
  console.log(
    `${what} (${judged}): ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(4)}`)
      .join(', ')}`,
  )
}

/** The date stays that of the day on which the weights last became others, so that the same data give the same bytes on any day. */
function keep(name, weights) {
  const path = join(root, 'resources', 'authenticity', `${name}.json`)
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
  const { trainedOn, ...provenance } = before?.provenance ?? {}
  const isSame = before !== null && isDeepStrictEqual({ ...before, provenance }, weights)
  const day = isSame ? trainedOn : new Date().toISOString().slice(0, 10)
  writeFileSync(path, `${asText({ ...weights, provenance: { ...weights.provenance, trainedOn: day } })}\n`)
}

/** JSON with a line for each list of numbers. */
function asText(value) {
  return JSON.stringify(value, null, 2).replaceAll(/\[\n\s+([-\d.e,\s]+?)\n\s+\]/g, (_, numbers) => `[${numbers.replaceAll(/\s+/g, ' ')}]`)
}
