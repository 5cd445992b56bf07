import { handleKey, parseHandle } from '#src/shared/domain/handles.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import { showClient } from '../../clients/queries.ts'
import type { MutationContext } from '../../context.ts'
import { createCreator } from '../../creators/edit.ts'
import { tagCreators } from '../../creators/selections.ts'

interface Chosen {
  clientId: string
  creatorIds: readonly string[]
  people: readonly { platform: string; handle: string; name: string | null; followers: number | null }[]
}

/** Puts chosen people on the roster and tags them and the chosen creators as advocates of the client, all in one transaction. Whoever is on
 *  the roster by now is tagged instead of doubled. Raises NOT_FOUND for a client who is gone, BAD_INPUT for what is no handle. */
export async function addAdvocates(
  context: MutationContext,
  { clientId, creatorIds, people }: Chosen,
): Promise<{ added: string[]; tagged: number; alreadyThere: number; tag: string; entryId: string }> {
  const { name: client } = await showClient(context.write, clientId)
  const tag = `advocate of ${client}`.slice(0, 100)
  const added: string[] = []
  const there: string[] = []
  for (const person of people) {
    const owner = await ownerOf(context, person)
    if (owner) there.push(owner)
    else added.push(await addPerson(context, person, tag))
  }
  const known = [...new Set([...creatorIds, ...there])].filter((id) => !added.includes(id))
  const { changed } = known.length > 0 ? await tagCreators(context, { ids: known, add: [tag], remove: [] }) : { changed: 0 }
  context.describe(`Took over ${added.length + known.length} advocates of ${client}: ${added.length} new on the roster`)
  return { added, tagged: changed, alreadyThere: there.length, tag, entryId: context.entryId }
}

async function addPerson(context: MutationContext, person: Chosen['people'][number], tag: string): Promise<string> {
  const { platform, handle, name, followers } = person
  const values = followers === null ? {} : { values: { followers } }
  const called = name ?? handleIn(person).handle
  const { id } = await createCreator(context, { name: called, tags: [tag], accounts: [{ platform, handle, ...values }] })
  return id
}

async function ownerOf({ write }: MutationContext, person: Chosen['people'][number]): Promise<string | null> {
  const { platform, handle } = handleIn(person)
  const row = await write
    .selectFrom('account')
    .where('platform', '=', platform)
    .where('handle_key', '=', handleKey(platform, handle))
    .select('creator_id')
    .executeTakeFirst()
  return row?.creator_id ?? null
}

/** What cannot be read is left as it is; adding it says why. */
function handleIn({ platform: word, handle: text }: Chosen['people'][number]): { platform: string; handle: string } {
  const platform = platformOfWord(word) ?? word
  const parsed = parseHandle(text, platform)
  return { platform, handle: parsed.kind === 'value' ? parsed.value.handle : text }
}
