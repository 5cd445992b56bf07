import { foldText } from '#src/shared/domain/fold.ts'
import { parseHandle, type Handle } from '#src/shared/domain/handles.ts'
import { countryCode } from '#src/shared/domain/country-codes.ts'
import { parseCount } from '#src/shared/domain/numbers.ts'
import { platformOfWord } from '#src/shared/domain/platforms.ts'
import { platformOfHeading, type Field, type Mapping } from './columns.ts'

/** What one row says of a person; nothing of it outlives the answer. */
export interface Person {
  line: number
  email: string | null
  name: string | null
  handles: Handle[]
  url: string | null
  text: string | null
  followers: number | null
  city: string | null
  country: string | null
}

/** Reads rows under a mapping. `platform` stands for handles whose platform the file does not name. */
export function personReader(
  headers: readonly string[],
  mapping: Mapping,
  platform: string | null,
): (cells: readonly string[], line: number) => Person {
  const columns = (field: Field) => Object.keys(mapping).flatMap((at) => (mapping[at] === field ? [Number(at)] : []))
  const at = { handle: columns('handle'), first: columns('firstName'), last: columns('lastName') }
  const one = (field: Field) => {
    const [column] = columns(field)
    return (cells: readonly string[]) => cell(cells, column)
  }
  const read = { email: one('email'), name: one('name'), platform: one('platform'), url: one('url'), text: one('text') }
  const more = { followers: one('followers'), city: one('city'), country: one('country') }
  const ofHeading = new Map(at.handle.map((column) => [column, platformOfHeading(headers[column] ?? '')]))
  return (cells, line) => {
    const said = read.platform(cells)
    const there = said === null ? platform : (platformOfWord(said) ?? said.toLowerCase())
    const parts = [cell(cells, at.first[0]), cell(cells, at.last[0])].filter((part) => part !== null)
    const url = read.url(cells)
    const handles = at.handle.flatMap((column) => handleIn(cell(cells, column), ofHeading.get(column) ?? there))
    const country = more.country(cells)
    return {
      line,
      email: emailIn(read.email(cells)),
      name: read.name(cells) ?? (parts.length > 0 ? parts.join(' ') : null),
      handles: handles.length > 0 ? handles : handleIn(url, there),
      url,
      text: read.text(cells),
      followers: countIn(more.followers(cells)),
      city: foldText(more.city(cells) ?? '') || null,
      country: country === null ? null : countryCode(country),
    }
  }
}

function cell(cells: readonly string[], column: number | undefined): string | null {
  return column === undefined ? null : cells[column]?.trim() || null
}

function emailIn(text: string | null): string | null {
  return text !== null && /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(text) ? text.toLowerCase() : null
}

/** What is no handle, such as a name with spaces, is none here: nobody could be found by it. */
function handleIn(text: string | null, platform: string | null): Handle[] {
  if (text === null) return []
  const parsed = parseHandle(text, platform)
  return parsed.kind === 'value' && !/\s/.test(parsed.value.handle) ? [parsed.value] : []
}

function countIn(text: string | null): number | null {
  const parsed = text === null ? null : parseCount(text)
  return parsed?.kind === 'value' ? parsed.value : null
}
