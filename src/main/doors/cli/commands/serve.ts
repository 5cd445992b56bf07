import { fileURLToPath } from 'node:url'
import { superviseServe } from '../../loopback/supervise.ts'
import { applicationFolder } from '../../node-ports.ts'
import type { Command, OutsideCommand } from '../command.ts'
import { appVersion } from '../app-version.ts'

const highestPort = 65_535
// Sources run as they are; a build has its programs side by side.
const program = fileURLToPath(
  import.meta.url.endsWith('.ts') ? new URL('../../../serve.ts', import.meta.url) : new URL('./serve.js', import.meta.url),
)

const serve: OutsideCommand = {
  name: 'serve',
  summary: 'Serves the window to a browser on this machine, until Ctrl-C',
  options: {
    port: { value: 'N', note: 'a port of 127.0.0.1; any free one when left out', kind: 'count', most: highestPort },
    create: { note: 'makes the workspace where there is none' },
  },
  details: 'Prints the address, which holds the key to the workspace: keep it to yourself. The engine is started again when it dies.',
  async runOutside({ folder, values, say, answer }) {
    const port = values.count('port') ?? 0
    const served = await superviseServe({
      folder,
      port,
      program,
      appVersion,
      create: values.flag('create'),
      page: `${applicationFolder}out/renderer`,
      restarted: (how) => say(`The engine stopped (${how}) and is started again.`),
    })
    answer({ json: { address: served.address, workspace: folder }, text: `Troupe serves ${folder} at\n${served.address}` })
    try {
      await Promise.race([endOfProcess(), served.failed])
    } finally {
      await served.close()
    }
    return null
  },
}

/** Settles when somebody wants this process to end, or the one that started it is gone. */
function endOfProcess(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

export const serveCommands: readonly Command[] = [serve]
