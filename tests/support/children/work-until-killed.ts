import { writeFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { engineIn } from './engine-in.ts'

// Adds creators one by one and imports lists in turn, and says of each when it has been acknowledged. Never ends by itself.
const [folder = '', round = ''] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const listSize = 2000

const engine = await engineIn(folder)
const call = engine.client('test')
say('open')
// What is killed leaves nothing behind by itself, and the next one would compile everything again.
flushCompileCache()
for (let turn = 0; ; turn++) {
  for (let at = 0; at < 8; at++) {
    const { id } = await call.creators.create({
      name: `By hand ${round}`,
      accounts: [{ platform: 'x', handle: `hand-${round}-${turn}-${at}` }],
    })
    say(`kept ${id}`)
  }
  const path = join(folder, '..', `list-${round}-${turn}.csv`)
  const rows = Array.from({ length: listSize }, (_, at) => `Listed ${at},list-${round}-${turn}-${at},${1000 + at},food`)
  writeFileSync(path, ['Name,Instagram handle,Followers,Niche', ...rows].join('\n'))
  say('importing')
  const { batchId } = await call.creators.import({ file: engine.grants.toRead(path), platform: 'instagram' })
  say(`imported ${batchId}`)
}
