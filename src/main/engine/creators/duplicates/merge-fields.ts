import { raise } from '#src/shared/contract/errors.ts'
import type { MutationContext } from '../../context.ts'
import { differing } from '../../db/differing.ts'
import type { CreatorTable } from '../../db/schema.ts'
import { distinct } from '../edit.ts'
import { labelsIn } from '../kept.ts'

const fills = ['country', 'city', 'language', 'email', 'phone', 'address', 'bio'] as const
const contacts = { email: 'email', phone: 'phone', address: 'address' } as const
/** As the contract allows. */
const [longestNotes, mostLabels] = [20_000, 50]

/** Fills in what `keep` lacks from `other`. What both have and differs goes to the contacts or, with `unlike`, to the notes; the sentences
 *  say what and where. Raises CONFLICT where too much would come together. */
export async function mergeFields(
  context: MutationContext,
  keep: CreatorTable,
  other: CreatorTable,
  unlike: readonly string[],
): Promise<string[]> {
  const { write, ports } = context
  const said: string[] = []
  const forNotes = [...unlike]
  const patch: Partial<CreatorTable> = {}
  for (const field of fills) {
    const [ours, theirs] = [keep[field], other[field]]
    if (theirs === null || theirs === ours) continue
    if (ours === null) patch[field] = theirs
    else if (field in contacts && (await keepContact(context, keep.id, contacts[field as keyof typeof contacts], theirs, other.name)))
      said.push(`${wordOf[field]} ${theirs} was put with the contacts.`)
    // Another language goes to the languages of the profile.
    else if (field === 'country' || field === 'city' || field === 'bio') forNotes.push(`${wordOf[field]} of ${other.name}: ${theirs}`)
  }
  if (other.name !== keep.name) forNotes.unshift(`Also on file as ${other.name}`)
  const notes = [keep.notes, other.notes === keep.notes ? null : other.notes, forNotes.join('\n')].filter(Boolean).join('\n\n') || null
  said.push(...forNotes.map((line) => `In the notes now: “${line}”.`))
  const [niches, tags] = [joined(keep.niches, other.niches), joined(keep.tags, other.tags)]
  if ((notes?.length ?? 0) > longestNotes)
    raise('CONFLICT', `The notes of ${keep.name} and ${other.name} are too long to stand together. Shorten them first; nothing was merged.`)
  if (niches.length > mostLabels || tags.length > mostLabels)
    raise(
      'CONFLICT',
      `${keep.name} and ${other.name} have more than ${mostLabels} niches or tags together. Take some off first; nothing was merged.`,
    )
  const changed = differing(keep, {
    ...patch,
    notes,
    niches: JSON.stringify(niches),
    tags: JSON.stringify(tags),
    stage: keep.stage === 'new' ? other.stage : keep.stage,
    archived_at: other.archived_at === null ? null : keep.archived_at,
    do_not_contact: Math.max(keep.do_not_contact, other.do_not_contact),
    created_at: keep.created_at < other.created_at ? keep.created_at : other.created_at,
  })
  if (keep.do_not_contact === 0 && other.do_not_contact === 1)
    said.push(`${other.name} must not be contacted; that now holds for ${keep.name}.`)
  await write
    .updateTable('creator')
    .set({ ...changed, updated_at: ports.clock.now() })
    .where('id', '=', keep.id)
    .execute()
  return said
}

const wordOf: Readonly<Record<(typeof fills)[number], string>> = {
  country: 'Country',
  city: 'City',
  language: 'Language',
  email: 'The e-mail address',
  phone: 'The phone number',
  address: 'The address',
  bio: 'About, on file',
}

/** Whether it was not there yet. */
async function keepContact(
  { write, ports }: MutationContext,
  creatorId: string,
  kind: string,
  value: string,
  label: string,
): Promise<boolean> {
  const known = await write
    .selectFrom('creator_contact')
    .select('value')
    .where('creator_id', '=', creatorId)
    .where('kind', '=', kind)
    .execute()
  if (known.some((row) => row.value.toLowerCase() === value.toLowerCase())) return false
  await write
    .insertInto('creator_contact')
    .values({ id: ports.newId(), creator_id: creatorId, kind, label, value, created_at: ports.clock.now() })
    .execute()
  return true
}

function joined(ours: string, theirs: string): string[] {
  return distinct([...labelsIn(ours), ...labelsIn(theirs)])
}
