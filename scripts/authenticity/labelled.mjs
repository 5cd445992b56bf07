import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openTable } from '../../src/main/engine/exchange/tables/open-table.ts'
import { fileSource } from '../../src/main/engine/exchange/tables/source.ts'

const accountColumns = {
  bioLength: 'userBiographyLength',
  followers: 'userFollowerCount',
  following: 'userFollowingCount',
  posts: 'userMediaCount',
  hasPicture: 'userHasProfilPic',
  isPrivate: 'userIsPrivate',
  usernameDigits: 'usernameDigitCount',
  usernameLength: 'usernameLength',
}

/** The comments of each video, label 1 for spam. @param {string} folder */
export async function labelledVideos(folder) {
  const names = readdirSync(folder)
    .filter((name) => /^youtube_comments.*\.csv$/i.test(name))
    .toSorted()
  if (names.length < 2) throw new Error(`${folder} holds fewer than two files youtube_comments_*.csv.`)
  return Promise.all(
    names.map(async (name) => {
      const rows = await rowsOf(join(folder, name), ['CONTENT', 'CLASS'])
      return { name, comments: rows.map(({ CONTENT, CLASS }) => ({ text: CONTENT, label: Number(CLASS) })) }
    }),
  )
}

/** The accounts, label 1 for fake. @param {string} folder */
export async function labelledAccounts(folder) {
  const columns = Object.entries(accountColumns)
  const rows = await rowsOf(join(folder, 'instagram_accounts.csv'), ['isFake', ...columns.map(([, column]) => column)])
  return rows.map((row) => {
    const figures = Object.fromEntries(columns.map(([field, column]) => [field, Number(row[column])]))
    return { figures: { ...figures, hasPicture: figures.hasPicture === 1, isPrivate: figures.isPrivate === 1 }, label: Number(row.isFake) }
  })
}

async function rowsOf(path, columns) {
  const table = await openTable(await fileSource(path), (cell) => columns.includes(cell.trim()))
  const places = columns.map((column) => table.headers.indexOf(column))
  if (places.includes(-1)) throw new Error(`${path} lacks one of the columns ${columns.join(', ')}.`)
  const rows = []
  for await (const batch of table.records())
    for (const row of batch.rows)
      if (row.some((cell) => cell.trim() !== ''))
        rows.push(Object.fromEntries(columns.map((column, at) => [column, row[places[at]] ?? ''])))
  return rows
}
