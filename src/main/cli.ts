import process from 'node:process'

// Older versions of Node crash while the database loads, so they are told before anything else is.
if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write(`Troupe needs Node 22 or later, but this is Node ${process.versions.node}: run it with "npm run troupe".\n`)
  process.exit(1)
}

// A reader that has seen enough ("| head") closes the pipe; that is no failure.
process.stdout.on('error', (error: { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const { runCommandLine } = await import('./doors/cli/main.ts')
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
