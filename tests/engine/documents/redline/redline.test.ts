import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePages } from '#src/main/engine/documents/redline/comparePages.ts'
import { clausesIn, edgesOf } from '#src/main/engine/documents/redline/pdfClauses.ts'
import { isUnchanged, redlineOf, type ClauseText, type Part } from '#src/main/engine/documents/redline/redline.ts'
import { wordsOf } from '#src/main/engine/documents/redline/words.ts'

const clause = (heading: string, ...paragraphs: string[]): ClauseText => ({ id: null, heading, paragraphs })
const marked = (parts: readonly Part[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`)).join('')
const body = (before: string, after: string) =>
  redlineOf([clause('Fee', before)], [clause('Fee', after)])
    .clauses[0]?.paragraphs.map(marked)
    .join('\n')

function page(number: number, ...lines: string[]): string {
  return ['Contract 7', ...lines, `Page ${number} of 2`].join('\n')
}

describe('word by word', () => {
  test.each([
    ['The fee is 1,500.00 EUR.', 'The fee is 1,900.00 EUR.', 'The fee is [-1,500.00-]{+1,900.00+} EUR.'],
    ['Due in [to be completed] days.', 'Due in 14 days.', 'Due in [-[to be completed]-]{+14+} days.'],
    ['Pay is due in May, by bank transfer.', 'Nothing is secret.', '[-Pay is due in May, by bank transfer-]{+Nothing is secret+}.'],
    ['The fee is 500 EUR within 14 days.', 'The fee is 900 EUR within 30 days.', 'The fee is [-500-]{+900+} EUR within [-14-]{+30+} days.'],
    ['Paid on time.', 'Paid always on time.', 'Paid {+always +}on time.'],
    ['费用是五百欧元。', '费用是九百欧元。', '费用是[-五百-]{+九百+}欧元。'],
    ['الأتعاب خمسمائة يورو', 'الأتعاب تسعمائة يورو', 'الأتعاب [-خمسمائة-]{+تسعمائة+} يورو'],
  ])('%s', (before, after, expected) => {
    expect(body(before, after)).toBe(expected)
  })

  test('either side can be read off it again', () => {
    const text = fc.array(fc.constantFrom('fee', 'EUR', '500', 'days', 'and', 'the', 'Ana', '王', '%', ','), { maxLength: 14 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, now] = [before.join(' '), after.join(' ')]
        const parts = redlineOf([clause('Fee', old)], [clause('Fee', now)]).clauses[0]?.paragraphs.flat() ?? []
        const side = (gone: Part['kind']) => parts.flatMap(({ kind, text: words }) => (kind === gone ? [] : words)).join('')
        expect([side('inserted'), side('deleted')]).toEqual([wordsOf(old).join(''), wordsOf(now).join('')])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('clause by clause', () => {
  const [fee, term, scope, law] = [
    clause('Fee', 'It is 500.'),
    clause('Term', 'Until June.'),
    clause('Scope', 'One reel.'),
    clause('Law', 'Of Hamburg.'),
  ]

  test('moved, taken out and put in', () => {
    const found = redlineOf([fee, term, scope, law], [law, fee, scope, clause('Likeness', 'No copies by machine.')])
    expect(found.counts).toEqual({ same: 3, changed: 0, inserted: 1, deleted: 1, moved: 1 })
    expect(found.clauses.map(({ status, isMoved, before, after }) => [status, isMoved, before, after])).toEqual([
      ['same', true, 4, 1],
      ['same', false, 1, 2],
      ['deleted', false, 2, null],
      ['same', false, 3, 3],
      ['inserted', false, null, 4],
    ])
  })

  test('a heading in other words is still the same clause', () => {
    const found = redlineOf(
      [clause('Fee', 'The Creator receives 500 EUR within 14 days.')],
      [clause('Money', 'The Creator receives 500 EUR within 14 days.')],
    )
    expect(found.clauses).toMatchObject([{ status: 'changed', heading: [{ kind: 'deleted' }, { kind: 'inserted' }] }])
  })

  test('nothing changed', () => {
    expect(isUnchanged(redlineOf([fee, law], [fee, law]))).toBe(true)
  })
})

describe('pages', () => {
  test('what differs is told by its page, with a few words around; line ends do not count', () => {
    const before = [page(1, 'The fee is', '500 EUR for one reel.'), page(2, 'Signed in Hamburg.')]
    const after = [page(1, 'The fee is 500 EUR', 'for one reel.'), page(2, 'Signed in Bremen.')]
    expect(comparePages(before, after).map(({ page: at, parts }) => [at, marked(parts)])).toEqual([
      [2, expect.stringContaining('[-Hamburg-]{+Bremen+}')],
    ])
    expect(comparePages(before, before)).toEqual([])
    const everywhere = before.map((text) => `${text}\nThe fee is 900 EUR.`)
    expect(comparePages(before, everywhere)).toHaveLength(2)
    expect(edgesOf(everywhere)).toEqual(
      [clause('On every page', 'Contract 7', 'Page 1 of 2', 'The fee is 900 EUR.')].map((one) => ({ ...one, id: 'every page' })),
    )
  })

  test('a file with fewer pages: each page that differs once, in order, and nothing runs over a page end', () => {
    const before = ['One reel.', 'Due in May.', 'Law of Hamburg.', 'Signed by both.'].map((text, at) => `${text} Sheet ${at + 1}`)
    const found = comparePages(before, ['One story. Signed by both. Sheet 4'])
    expect(found.map(({ page: at, parts }) => [at, marked(parts)])).toEqual([
      [1, expect.stringContaining('[-reel-]{+story+}')],
      [2, expect.stringContaining('[-Due in May. Sheet 2')],
      [3, expect.stringContaining('[-Law of Hamburg. Sheet 3')],
    ])
    expect(comparePages(before, []).map(({ page: at }) => at)).toEqual([1, 2, 3, 4])
    expect(comparePages([], before).map(({ page: at }) => at)).toEqual([1, 2, 3, 4])
  })

  test('several changes on a page are told together, with what stands between them', () => {
    const between = 'for one reel of sixty seconds with a link in the first line, to be paid within thirty days after it went online'
    const found = comparePages([`The fee is 500 EUR ${between} by Ana in May.`], [`The fee is 900 EUR ${between} by Ana in June.`])
    expect(comparePages(['one two'], ['uno due']).map(({ parts }) => marked(parts))).toEqual(['[-one-]{+uno+} [-two-]{+due+} '])
    expect(found).toHaveLength(1)
    expect(marked(found[0]?.parts ?? [])).toMatch(
      /^The fee is \[-500-\]\{\+900\+\} EUR for one .* … .* by Ana in \[-May-\]\{\+June\+\}\.\s*$/,
    )
  })

  test('numbered headings begin clauses, and a text without is taken page by page', () => {
    const pages = ['1. Fee\n1.1 It is 500.\n2. Term\n2.1 Until\nJune.\n3. Law\n3.1 Of Hamburg.']
    expect(clausesIn(pages).map(({ heading, paragraphs }) => [heading, ...paragraphs])).toEqual([
      ['Fee', 'It is 500.'],
      ['Term', 'Until June.'],
      ['Law', 'Of Hamburg.'],
    ])
    expect(clausesIn(['Dear Ana', 'Yours']).map(({ heading }) => heading)).toEqual(['Page 1', 'Page 2'])
  })
})
