import { sql, type RawBuilder } from 'kysely'

/** For `in`: a selection of any size as one value, so that the statement is the same for one row and for a hundred thousand. */
export function anyOf<Value extends string | number>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
}
