import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#src/shared/contract/index.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Files } from './files.ts'
import type { Lookup } from './lookup.ts'
import type { Values } from './values.ts'

export interface Argument {
  /** As the help shows it, in capitals. */
  name: string
  note: string
  optional?: true
  /** Takes all that follow. */
  many?: true
}

export interface Option {
  /** What its value is called in the help; an option without one is a switch. */
  value?: string
  note: string
  /** What the value has to be; any text when left out. Checked before the workspace is opened. */
  kind?: 'count' | 'percent' | 'date' | 'currency'
  /** The bounds of a count, both included. */
  least?: number
  most?: number
  /** Or one of these, which the help then lists. */
  choices?: readonly string[]
  needed?: true
  /** May be given several times. */
  many?: true
}

/** What a command answers: `json` as it stands for `--json`, and the same for a person's eyes. */
export interface Outcome {
  json: unknown
  /** As a function where there may be so much of it that it is only made when it is shown. */
  text: string | (() => string)
  /** 1 where the answer is that something is wrong; 0 when left out. */
  exitCode?: 1
}

/** What the help says of a command. */
export interface Described {
  /** One to three words. */
  name: string
  summary: string
  arguments?: readonly Argument[]
  options?: Readonly<Record<string, Option>>
  /** At least one of these options has to be given. */
  needsOneOf?: readonly string[]
  /** Ends with a usage error where the words do not go together; runs before the workspace is opened. */
  check?(values: Values): void
  /** More for the command's own help: formats, what is kept, an example. */
  details?: string
}

/** Typed calls of any procedure. */
export type Client = ContractRouterClient<Contract>

export interface InWorkspace {
  call: Client
  engine: Engine
  folder: string
  values: Values
  /** Finds creators, clients and the like by what a person calls them. */
  lookup: Lookup
  /** Turns the paths of the command line into grants. */
  files: Files
  /** Writes a line for the person on standard error. */
  say(line: string): void
}

export interface Outside {
  /** Whole path of the workspace folder, whether it exists or not. */
  folder: string
  values: Values
  /** Aborts at Ctrl-C. */
  onInterrupt: AbortSignal
  /** Writes a line for the person on standard error. */
  say(line: string): void
  /** Prints an answer before the command has ended, for one that goes on serving. */
  answer(outcome: Outcome): void
}

/** A command that opens the workspace and asks its engine. */
export interface WorkspaceCommand extends Described {
  run(context: InWorkspace): Promise<Outcome>
  /** Whether it only reads, with these words or with any, and so also works while another Troupe has the workspace open. */
  readsOnly?: true | ((values: Values) => boolean)
}

/** A command that sees to the workspace itself. */
export interface OutsideCommand extends Described {
  /** The folder when none is named, where that is not the usual one. */
  usualFolder?: () => string
  runOutside(context: Outside): Promise<Outcome | null>
}

export type Command = WorkspaceCommand | OutsideCommand
