import type { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import type { AdvocateReport } from '#src/shared/contract/match.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import type { TaskContext } from '../../context.ts'
import { anyOf } from '../../db/id-list.ts'
import { pauses } from '../../db/next-turn.ts'
import { openTable } from '../../exchange/tables/open-table.ts'
import { fileSource } from '../../exchange/tables/source.ts'
import type { Table } from '../../exchange/tables/types.ts'
import type { JobHandle } from '../../jobs.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { bandsIn } from '../../workspace/tier-bands.ts'
import { lookAt } from '../details.ts'
import { shown } from '../shown.ts'
import { advocateColumns, isAdvocateHeading, type Mapping } from './columns.ts'
import { addMention, noMentions, type Mentions } from './mentions.ts'
import { rosterRecogniser, type Certainty, type Found } from './on-roster.ts'
import { personReader, type Person } from './read-people.ts'

type Report = z.infer<typeof AdvocateReport>
type Unknown = Report['unknown'][number]

interface Request {
  file: string
  sheet?: string | undefined
  mapping?: Mapping | undefined
  platform?: string | undefined
}

/** So many rows are held in memory while they are compared. */
const mostRows = 300_000
const mostUnknown = 1000
const bySureness: readonly Certainty[] = ['certain', 'likely', 'possible']

/** Who of a list of customers or mentions is on the roster, and which handles are not. Keeps nothing of the file. Raises MAPPING_NEEDED,
 *  FILE_TOO_LARGE, CANCELLED and what reading a table raises. */
export async function findAdvocates(context: TaskContext, { file, sheet, mapping: given, platform }: Request): Promise<Report> {
  const { path, name } = await context.grants.readable(file)
  return context.jobs.run(`Looking for advocates in ${name}`, async (job) => {
    const table = await openTable(await fileSource(path), isAdvocateHeading, { sheet: sheet ?? null })
    const mapping = advocateColumns(table, given)
    const people = await readPeople(table, mapping, platform === undefined ? null : (platformOfWord(platform) ?? platform), job)
    const { known, unknown, unmatched } = await sortOut(context, people)
    const creators = await knownRows(context, known)
    return {
      fileName: name,
      rows: people.length,
      headers: [...table.headers],
      mapping,
      known: creators,
      unknown: unknown.slice(0, mostUnknown),
      unknownTotal: unknown.length,
      unmatched,
      notes: notesOn(unknown, table),
    }
  })
}

async function readPeople(table: Table, mapping: Mapping, platform: string | null, job: JobHandle): Promise<Person[]> {
  const read = personReader(table.headers, mapping, platform)
  const people: Person[] = []
  for await (const { rows, lines } of table.rows()) {
    job.throwIfCancelled()
    job.progress(table.bytesRead(), table.size, 'reading')
    for (const [at, cells] of rows.entries()) people.push(read(cells, lines[at] ?? 0))
    if (people.length <= mostRows) continue
    raise('FILE_TOO_LARGE', `“${table.fileName}” has more than ${mostRows.toLocaleString('en-US')} rows; split it into smaller files.`)
  }
  return people
}

interface Known extends Found {
  mentions: Mentions
}

async function sortOut({ read }: TaskContext, people: readonly Person[]) {
  const recognise = await rosterRecogniser(read, people)
  const known = new Map<string, Known>()
  const unknown = new Map<string, Unknown>()
  let unmatched = 0
  const pause = pauses()
  for (const person of people) {
    const found = recognise(person)
    for (const one of found) addKnown(known, one, person)
    const [handle] = person.handles
    if (found.length === 0 && handle) addUnknown(unknown, handle, person)
    else if (found.length === 0) unmatched++
    await pause()
  }
  const strangers = [...unknown.values()].toSorted(
    (a, b) => b.mentions.count - a.mentions.count || (b.followers ?? -1) - (a.followers ?? -1) || (a.handle < b.handle ? -1 : 1),
  )
  return { known, unknown: strangers, unmatched }
}

function addKnown(known: Map<string, Known>, found: Found, person: Person): void {
  const before = known.get(found.creatorId)
  const isSurer = !before || bySureness.indexOf(found.certainty) < bySureness.indexOf(before.certainty)
  const one = before ? (isSurer ? { ...before, ...found } : before) : { ...found, mentions: noMentions() }
  addMention(one.mentions, person)
  known.set(found.creatorId, one)
}

function addUnknown(unknown: Map<string, Unknown>, { platform, handle, key }: Person['handles'][number], person: Person): void {
  const id = `${platform ?? ''} ${key}`
  const one = unknown.get(id) ?? { platform, handle, name: person.name, followers: person.followers, mentions: noMentions() }
  one.followers = Math.max(one.followers ?? -1, person.followers ?? -1)
  if (one.followers < 0) one.followers = null
  addMention(one.mentions, person)
  unknown.set(id, one)
}

async function knownRows({ read, ports }: TaskContext, known: ReadonlyMap<string, Known>): Promise<Report['known']> {
  const settings = await settingsOf(read)
  const rows = await read
    .selectFrom('roster_row as r')
    .innerJoin('creator as c', 'c.id', 'r.creator_id')
    .where('c.id', 'in', anyOf([...known.keys()]))
    .select(['r.search_id', 'c.id', 'c.do_not_contact', 'c.archived_at'])
    .execute()
  const looking = { bands: bandsIn(settings), benchmarkSetId: settings.benchmarkSetId, clientId: null, today: ports.clock.today() }
  const looked = await lookAt(
    read,
    rows.map(({ search_id }) => search_id),
    looking,
  )
  const stateOf = new Map(rows.map((row) => [row.id, row]))
  return looked
    .flatMap((one) => {
      const found = known.get(one.creatorId)
      const state = stateOf.get(one.creatorId)
      if (!found || !state) return []
      const { certainty, why, mentions } = found
      return [{ ...shown(one), certainty, why, mentions, doNotContact: state.do_not_contact === 1, archived: state.archived_at !== null }]
    })
    .toSorted(
      (a, b) =>
        bySureness.indexOf(a.certainty) - bySureness.indexOf(b.certainty) ||
        b.mentions.count - a.mentions.count ||
        (a.name < b.name ? -1 : 1),
    )
}

function notesOn(unknown: readonly Unknown[], table: Table): string[] {
  const placeless = unknown.filter(({ platform }) => platform === null).length
  return [
    'Nothing of this file is kept. Only whom you choose goes on the roster, with handle, name and followers.',
    ...(placeless > 0
      ? [
          `The file does not say on which platform ${placeless === 1 ? 'one handle is' : `${placeless} handles are`}; choose the platform to add them.`,
        ]
      : []),
    ...(unknown.length > mostUnknown ? [`Of ${unknown.length} unknown handles the first ${mostUnknown} are shown.`] : []),
    ...table.notices().map(({ line, problem }) => (line > 0 ? `Line ${line}: ${problem}` : problem)),
  ]
}
