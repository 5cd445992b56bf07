/** The command line itself is wrong: nothing was asked of the engine, exit code 2. */
export class UsageError extends Error {
  /** The command whose help belongs to it, where one was recognised. */
  readonly command: string | undefined

  constructor(message: string, command?: string) {
    super(message)
    this.name = 'UsageError'
    this.command = command
  }
}

/** Ends the command with one sentence on what is wrong with its words. */
export function misused(message: string): never {
  throw new UsageError(message)
}
