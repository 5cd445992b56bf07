import data from '../../../../resources/authenticity/columns.json' with { type: 'json' }
import type { AccountFigures } from '#src/shared/domain/authenticity/account-features.ts'
import { missingWord } from '#src/shared/domain/cell-words.ts'
import { foldText } from '#src/shared/domain/fold.ts'
import { detectNumberStyle } from '#src/shared/domain/number-style.ts'
import { parseCount } from '#src/shared/domain/numbers.ts'
import type { Table } from '../exchange/tables/types.ts'
import type { FollowerColumns, FollowerField } from './follower-columns.ts'

export interface ReadFigures {
  figures: AccountFigures
  /** Why a figure is not known, as a sentence each; nothing about columns that the file does not have. */
  findings: string[]
}

const [yes, no] = [new Set(data.yes), new Set(data.no)]

export const FIGURE_WORDS: Readonly<Record<FollowerField, string>> = {
  bioLength: 'length of the bio',
  followers: 'followers',
  following: 'following',
  posts: 'posts',
  hasPicture: 'profile picture',
  isPrivate: 'private account',
  usernameDigits: 'digits in the username',
  usernameLength: 'length of the username',
  bio: 'bio',
  username: 'username',
}

/** Reads the rows of a sample; numbers as their column writes them. */
export function figureReader(table: Table, columns: FollowerColumns): (cells: readonly string[]) => ReadFigures {
  const styles = new Map([...columns].map(([field, at]) => [field, detectNumberStyle(table.sample.rows.map((row) => row[at] ?? ''))]))
  return (cells) => {
    const findings: string[] = []
    const cellOf = (field: FollowerField) => {
      const at = columns.get(field)
      return at === undefined ? null : (cells[at] ?? '')
    }
    const unknown = (field: FollowerField, why: string) => {
      findings.push(`${FIGURE_WORDS[field]}: not known. ${why}`.replace(/^./, (first) => first.toUpperCase()))
      return null
    }
    const count = (field: FollowerField) => {
      const cell = cellOf(field)
      if (cell === null) return null
      const read = parseCount(cell, styles.get(field))
      if (read.kind === 'value') return read.value
      return unknown(field, read.kind === 'problem' ? `“${cell.trim().slice(0, 40)}”: ${read.problem}` : 'The cell holds no figure.')
    }
    const answer = (field: FollowerField) => {
      const cell = cellOf(field)
      const word = cell === null ? null : foldText(cell)
      if (cell === null || word === null) return null
      if (yes.has(word) || (field === 'hasPicture' && /^https?:\/\/\S/.test(word))) return true
      if (no.has(word)) return false
      return unknown(field, word === '' ? 'The cell is empty.' : `“${cell.trim().slice(0, 40)}” is neither yes nor no.`)
    }
    const letters = (field: FollowerField, isBlankKnown: boolean) => {
      const cell = cellOf(field)?.trim().replace(/^@/, '')
      return cell === undefined || (cell === '' && !isBlankKnown) || isPlaceholder(cell) ? null : cell
    }
    // A profile without a bio has a blank cell; without a name there is none.
    const [bio, username] = [letters('bio', true), letters('username', false)]
    const figures = {
      bioLength: count('bioLength') ?? (bio === null ? null : lettersIn(bio)),
      followers: count('followers'),
      following: count('following'),
      posts: count('posts'),
      hasPicture: answer('hasPicture'),
      isPrivate: answer('isPrivate'),
      usernameDigits: count('usernameDigits') ?? (username === null ? null : (username.match(/\p{Nd}/gu)?.length ?? 0)),
      usernameLength: count('usernameLength') ?? (username === null ? null : lettersIn(username)),
    }
    return { figures, findings }
  }
}

/** Code points, as the networks count. */
function lettersIn(text: string): number {
  return Array.from(text).length
}

function isPlaceholder(cell: string): boolean {
  return cell !== '' && missingWord(cell) !== null
}
