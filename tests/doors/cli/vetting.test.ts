import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { writeTable } from '#src/main/engine/exchange/tables/write-table.ts'
import { troupe, troupeHere } from '#tests/support/command-line.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

interface Comments {
  rows: { line: number; verdict: string | null; spam: number | null; reasons: string[] }[]
  summary: { column: string; comments: number; judged: number; verdicts: Record<string, number>; findings: { problem: string }[] }
}
interface Followers {
  rows: { line: number; fake: number | null; findings: string[] }[]
  share: number | null
  interval: [number, number] | null
  summary: { columns: Record<string, string>; judged: number; findings: { problem: string }[] }
}

function fileWith(text: string, encoding = 'utf-8', name = 'sample.csv'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }))
  return path
}

const vetComments = async (path: string, ...more: string[]) =>
  (await troupeHere(['vet', 'comments', path, '--json', ...more])).json as Comments
const vetFollowers = async (path: string) => (await troupeHere(['vet', 'followers', path, '--json'])).json as Followers

const german = `Datum;Kommentar;Autor
01.03.2026;"Bitte abonniert mich, ich abonniere zurück";kanal.kim
02.03.2026;"Das Rezept hat super geklappt.
Nur die Äpfel waren etwas säuerlich für die Größe.";tante.käthe
02.03.2026;Wunderschön;jörg
03.03.2026;;leer
04.03.2026;Das Rezept hat super geklappt. Nur die Äpfel waren etwas säuerlich für die Größe!;echo
`

describe('vet comments', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'reads %s, cells of several lines, and finds the column',
    async (encoding) => {
      const { rows, summary } = await vetComments(fileWith(german, encoding))
      expect(rows.map(({ line, verdict }) => [line, verdict])).toEqual([
        [2, 'promotional/spam'],
        [3, 'genuine'],
        [5, 'generic praise'],
        [6, null],
        [7, 'repeated'],
      ])
      expect(rows[3]).toMatchObject({ spam: null, reasons: ['There is no text in this row, so it was not judged.'] })
      expect(rows[4]?.reasons).toContain('It says the same as line 3.')
      expect(summary).toMatchObject({ column: 'Kommentar', comments: 5, judged: 4, verdicts: { 'promotional/spam': 1, repeated: 1 } })
    },
  )

  const odd = `id,CONTENT,label
1,"Total",0
2,"CONTENT",0
3,"Source: https://bit.ly/2abc",1
4,"She said ""wow, look"" and left",0

5,"note",0
`

  test('takes the named column in any case, and loses no row that a list of creators would leave out', async () => {
    const { rows } = await vetComments(fileWith(odd), '--text-column', 'content')
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7])
    expect(rows.map(({ verdict }) => verdict === 'promotional/spam')).toEqual([false, false, true, false, false])
  })

  test('puts the parts of an unquoted comment together again, and guesses the wordiest column of an unnamed list', async () => {
    const ragged = await vetComments(
      fileWith('date,comment\n2026-01-02,Nice, but please subscribe, to my channel\n2026-01-03,Lovely kitchen\n'),
    )
    expect(ragged.rows.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'promotional/spam'],
      [3, expect.not.stringContaining('spam')],
    ])
    const guessed = await vetComments(
      fileWith(
        'who\twhat they wrote\thearts\nana\tWhere did you get that lamp?\t4\nben\tplease check out my channel guys\t0\n',
        'utf-8',
        'list.tsv',
      ),
    )
    expect(guessed.rows.map(({ verdict }) => verdict)).toEqual(['genuine', 'promotional/spam'])
    expect(guessed.summary).toMatchObject({
      column: 'what they wrote',
      findings: expect.arrayContaining([{ line: 0, problem: expect.stringMatching(/most words/) }]),
    })
  })

  test('reads a workbook', async () => {
    const path = join(temporaryFolder(), 'sample.xlsx')
    const rows = (async function* () {
      yield ['kim', 'subscribe to my channel please']
      yield ['lou', 'Is the green one back in stock?']
    })()
    await writeTable(path, 'xlsx', ['Author', 'Comment'], rows)
    expect((await vetComments(path)).rows).toMatchObject([
      { line: 2, verdict: 'promotional/spam' },
      { line: 3, verdict: 'genuine' },
    ])
  })

  test('works as a process where there is no workspace, and makes none', async () => {
    const folder = join(temporaryFolder(), 'none')
    const ran = await troupe(['vet', 'comments', fileWith(german), '--text-column', 'KOMMENTAR', '--json'], {
      env: { TROUPE_WORKSPACE: folder },
    })
    expect(ran).toMatchObject({ code: 0, err: '', json: { rows: expect.any(Array), summary: { comments: 5 } } })
    expect(existsSync(folder)).toBe(false)
  })

  test('shows a person a table and what was counted', async () => {
    const { code, out } = await troupeHere(['vet', 'comments', fileWith(german)])
    expect(code).toBe(0)
    expect(out).toMatch(/LINE +VERDICT +SPAM +BECAUSE\n +2 +promotional\/spam +1\.00 +It asks for subscribers/)
    expect(out).toContain('Nothing was called off-topic')
  })

  test.each([
    ['a,b\n1,2\n3,4\n', ['--text-column', 'CONTENT'], 'MAPPING_NEEDED', 'has no column “CONTENT”. Its columns are: a, b.'],
    ['a,b\n1,2\n3,4\n', [], 'MAPPING_NEEDED', 'no column that looks like comments'],
    ['', [], 'FILE_EMPTY', 'empty'],
    ['\n\n\n', [], 'FILE_EMPTY', 'nothing in it'],
    ['%PDF-1.7 something', [], 'NOT_A_TABLE', 'PDF'],
    ['{"comments": ["a"]}', [], 'NOT_A_TABLE', 'JSON'],
  ])('refuses %j %j with %s', async (text, more, code, words) => {
    const ran = await troupeHere(['vet', 'comments', fileWith(text), '--json', ...more])
    expect([ran.code, ran.json]).toEqual([1, { error: expect.objectContaining({ code, message: expect.stringContaining(words) }) }])
  })
})

const heading =
  'userBiographyLength,userFollowerCount,userFollowingCount,userHasProfilPic,userIsPrivate,userMediaCount,usernameDigitCount,usernameLength'
const person = (at: number) => `${30 + at},${400 + at * 9},${300 + at * 5},1,${at % 2},${60 + at * 3},0,${8 + (at % 5)}`
const bot = (at: number) => `0,${10 + at},${3000 + at * 40},0,0,0,${4 + (at % 3)},14`

describe('vet followers', () => {
  test('scores each account, and estimates the share with its interval', async () => {
    const lines = [heading, ...Array.from({ length: 60 }, (_, at) => person(at)), ...Array.from({ length: 20 }, (_, at) => bot(at))]
    const { rows, share, interval, summary } = await vetFollowers(fileWith(lines.join('\r\n')))
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 80 }, (_, at) => at + 2))
    expect(rows.slice(0, 60).every(({ fake }) => fake !== null && fake < 0.5)).toBe(true)
    expect(rows.slice(60).every(({ fake }) => fake !== null && fake > 0.5)).toBe(true)
    expect(summary).toMatchObject({ judged: 80, columns: { followers: 'userFollowerCount' }, findings: [] })
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.35)
    expect(interval?.[0]).toBeLessThan(share ?? 0)
    expect(interval?.[1]).toBeGreaterThan(share ?? 1)
  })

  const list = `Username;Bio;Abonnenten;Following;Beiträge;Profilbild;Privat
@lena_backt;Backen, Garten, zwei Kinder;1.240;512;318;ja;nein
xk83920471;;14;4.870;0;nein;nein
ohne_zahl;Hallo;n/a;200;12;ja;nein
minus;Hallo;-5;200;12;ja;vielleicht
`

  test('reads other names and ways of writing, counts letters and digits itself, and never takes what it cannot read for 0', async () => {
    const { rows, share, interval, summary } = await vetFollowers(fileWith(list, 'windows-1252'))
    expect(rows.map(({ line, fake }) => [line, fake === null ? null : fake > 0.5])).toEqual([
      [2, false],
      [3, true],
      [4, null],
      [5, null],
    ])
    expect(rows[0]?.findings).toEqual([])
    expect(rows[2]?.findings).toEqual(['Followers: not known. The cell holds no figure.'])
    expect(rows[3]?.findings).toEqual([
      'Followers: not known. “-5”: A count can’t be negative.',
      'Private account: not known. “vielleicht” is neither yes nor no.',
    ])
    expect([share, interval]).toEqual([null, null])
    expect(summary.findings.map(({ problem }) => problem)).toEqual([
      'Not enough data for a share: it takes 30 judged accounts, and here are 2.',
      '2 of 4 accounts could not be judged; the share leaves them out.',
    ])
  })

  test('says what a list lacks', async () => {
    const { summary } = await vetFollowers(fileWith('followers,following,posts\n100,200,3\n'))
    expect(summary.findings[0]?.problem).toMatch(
      /no column for length of the bio, profile picture, private account, length of the username/,
    )
    const ran = await troupeHere(['vet', 'followers', fileWith('username,followers\nana,5\n'), '--json'])
    expect([ran.code, ran.json]).toEqual([
      1,
      { error: expect.objectContaining({ code: 'MAPPING_NEEDED', message: expect.stringContaining('no column for following, posts') }) },
    ])
  })
})
