import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { testWorkspace } from '#tests/support/workspace.ts'

// Lists from the field, which are not part of this repository; where they lie beside it they are read too.
const folder = fileURLToPath(new URL('../../../../../shared/data/imports/', import.meta.url))

const creatorLists = [
  ['insta1000_social_media_influencers.csv', 1000, 997],
  ['instagram_june_2022.csv', 1022, 979],
  ['nigerian_tiktok.csv', 200, 200],
  ['tiktok_sep_2022.csv', 1000, 996],
  ['youtube.csv', 1000, 998],
] as const

const otherLists = ['tiktok_videos.csv', 'meta_instagram_posts.csv', 'youtube_studio_table.csv', 'meta_audience_utf16.csv']

describe.runIf(existsSync(folder))('lists from the field', () => {
  test.each(creatorLists)('%s goes in with no question and no lost row, the second time without a change', async (name, read, creators) => {
    const { call, engine } = await testWorkspace()
    const first = await call.creators.import({ file: engine.grants.toRead(folder + name) })
    expect(first.rows).toMatchObject({ read, created: creators, skipped: 0, rejected: 0 })
    expect((await call.creators.list({})).total).toBe(creators)
    const second = await call.creators.import({ file: engine.grants.toRead(folder + name) })
    expect(second).toMatchObject({ rows: { read, unchanged: read }, entryId: null })
  })

  test.each(otherLists)('%s is not taken for a creator list', async (name) => {
    const { call, engine } = await testWorkspace()
    await expect(call.creators.import({ file: engine.grants.toRead(folder + name) })).rejects.toMatchObject({ code: 'MAPPING_NEEDED' })
  })
})
