import type { RosterFacts } from '../../db/roster-reader.ts'
import { openDictionary } from './dictionary.ts'

/** What a line is in `state`. */
export const LINE = { gone: 0, active: 1, archived: 2 } as const

/** Every roster line's filterable facts, column by column; the place in a column is the line's search id. */
export interface RosterColumns {
  /** One more than the highest place. */
  size: number
  state: Uint8Array
  /** NaN where not known. */
  followers: Float64Array
  /** -1 where not known. */
  engagement: Int32Array
  platform: Int32Array
  country: Int32Array
  stage: Int32Array
}

export const dimensions = ['platform', 'country', 'stage'] as const
export type Dimension = (typeof dimensions)[number]

const highestRate = 2 ** 31 - 1

export function openColumns() {
  const columns: RosterColumns = {
    size: 1,
    state: new Uint8Array(1024),
    followers: new Float64Array(1024),
    engagement: new Int32Array(1024),
    platform: new Int32Array(1024),
    country: new Int32Array(1024),
    stage: new Int32Array(1024),
  }
  const words = { platform: openDictionary(), country: openDictionary(), stage: openDictionary() }
  return {
    columns,
    words,
    put([searchId, followers, engagementBp, platform, country, stage, isArchived]: RosterFacts) {
      if (searchId >= columns.state.length) grow(columns, searchId + 1)
      columns.size = Math.max(columns.size, searchId + 1)
      columns.state[searchId] = isArchived ? LINE.archived : LINE.active
      columns.followers[searchId] = followers ?? Number.NaN
      columns.engagement[searchId] = engagementBp === null ? -1 : Math.min(engagementBp, highestRate)
      columns.platform[searchId] = words.platform.codeOf(platform)
      columns.country[searchId] = words.country.codeOf(country)
      columns.stage[searchId] = words.stage.codeOf(stage)
    },
    remove(searchId: number) {
      if (searchId < columns.size) columns.state[searchId] = LINE.gone
    },
  }
}

function grow(columns: RosterColumns, needed: number): void {
  const length = Math.max(needed, Math.ceil(columns.state.length * 1.5))
  columns.state = copyInto(new Uint8Array(length), columns.state)
  columns.followers = copyInto(new Float64Array(length), columns.followers)
  for (const name of ['engagement', ...dimensions] as const) columns[name] = copyInto(new Int32Array(length), columns[name])
}

function copyInto<Column extends Uint8Array | Float64Array | Int32Array>(larger: Column, smaller: Column): Column {
  larger.set(smaller)
  return larger
}
