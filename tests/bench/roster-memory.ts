import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openEngine } from '#src/main/engine/engine.ts'

// The engine alone with the roster open, in a process of its own; prints what it holds, in MB.
const [folder = '', key = ''] = process.argv.slice(2)
const running = process.memoryUsage.rss()
const engine = await openEngine({ folder, ports: nodePorts({ appVersion: 'bench', secrets: keyFileSecrets(key) }) })
const call = engine.client('bench')
for (const sort of ['followers', 'engagement', 'name'] as const) await call.creators.list({ sort, limit: 100 })
await call.creators.list({ search: 'garden', platforms: ['instagram', 'tiktok'], minFollowers: 1000, limit: 100 })
await call.creators.list({ countries: ['DE', 'FR'], niches: ['food'], limit: 100 })
await call.creators.facets({ platforms: ['instagram'] })
globalThis.gc?.()
const held = process.memoryUsage()
await engine.close()
console.log(JSON.stringify({ running: running / 1e6, rss: held.rss / 1e6, arrays: held.arrayBuffers / 1e6, heap: held.heapUsed / 1e6 }))
