import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPagedRows, pagesInReach, type PageRequest } from '#src/renderer/ui/table/paged-rows.ts'

const pageSize = 10

/** A list of whole numbers that answers only when told to, and remembers what it was asked. */
function source(length: number, offsetOfRows = 0) {
  const asked: PageRequest[] = []
  const held: (() => void)[] = []
  let first = offsetOfRows
  let problem: Error | null = null
  return {
    asked,
    fetch: async (request: PageRequest) => {
      asked.push(request)
      await new Promise<void>((resolve) => held.push(resolve))
      if (problem) throw problem
      const start = request.after === undefined ? request.offset : Number(request.after)
      const rows = Array.from({ length: Math.max(0, Math.min(request.limit, length - start)) }, (_, place) => first + start + place)
      return { total: length, rows, next: start + rows.length < length ? String(start + rows.length) : null }
    },
    /** Answers everything that is asked, and what is asked because of the answers. */
    async settle() {
      for (let quiet = 0; quiet < 3; quiet += 1) {
        if (held.length > 0) quiet = 0
        for (const answer of held.splice(0)) answer()
        await new Promise((resolve) => setTimeout(resolve))
      }
    },
    async answerOne() {
      held.shift()?.()
      await new Promise((resolve) => setTimeout(resolve))
    },
    renumberFrom: (number: number) => {
      first = number
    },
    failWith: (error: Error | null) => {
      problem = error
    },
  }
}

describe('rows in pages', () => {
  test('what is in view comes first, then two pages ahead', async () => {
    const list = source(1000)
    const rows = createPagedRows({ fetch: list.fetch, pageSize })
    rows.want(0, 8)
    expect(list.asked.map(({ offset }) => offset)).toEqual([0])
    await list.settle()
    expect(list.asked.map(({ offset }) => offset)).toEqual([0, 10, 20])
    expect(rows.total).toBe(1000)
    expect(rows.rowAt(29)).toBe(29)
    expect(rows.rowAt(30)).toBeUndefined()
  })

  test('a jump asks for its own place by number, and goes on from there with a cursor', async () => {
    const list = source(1000)
    const rows = createPagedRows({ fetch: list.fetch, pageSize })
    rows.want(0, 8)
    await list.settle()
    rows.want(500, 508)
    await list.settle()
    expect(list.asked[3]).toEqual({ offset: 500, limit: pageSize, after: undefined })
    expect(list.asked[4]).toEqual({ offset: 510, limit: pageSize, after: '510' })
    expect(rows.rowAt(505)).toBe(505)
  })

  test('flying past asks for nothing that is out of view before it could be asked', async () => {
    const list = source(100_000)
    const rows = createPagedRows({ fetch: list.fetch, pageSize })
    rows.want(0, 8)
    await list.settle()
    for (let first = 1000; first < 90_000; first += 1000) rows.want(first, first + 8)
    await list.settle()
    expect(list.asked.length).toBeLessThan(12)
    expect(rows.rowAt(89_000)).toBe(89_000)
  })

  test('after a change the old rows stay until the new ones are there', async () => {
    const list = source(100)
    const rows = createPagedRows({ fetch: list.fetch, pageSize })
    rows.want(0, 8)
    await list.settle()
    list.renumberFrom(5000)
    rows.refresh()
    expect(rows.rowAt(3)).toBe(3)
    await list.settle()
    expect(rows.rowAt(3)).toBe(5003)
  })

  test('an answer from before a change is not taken for one from after it', async () => {
    const list = source(100)
    const rows = createPagedRows({ fetch: list.fetch, pageSize })
    rows.want(0, 8)
    rows.refresh()
    list.renumberFrom(7000)
    await list.settle()
    expect(rows.rowAt(0)).toBe(7000)
  })

  test('a failure is told once and asked again only when a person tries again', async () => {
    const list = source(100)
    const rows = createPagedRows({ fetch: list.fetch, pageSize })
    list.failWith(new Error('gone'))
    rows.want(0, 8)
    await list.settle()
    expect(rows.error).toMatchObject({ message: 'gone' })
    const before = list.asked.length
    rows.want(0, 9)
    await list.settle()
    expect(list.asked.length).toBe(before)
    list.failWith(null)
    rows.refresh()
    await list.settle()
    expect(rows.error).toBeNull()
    expect(rows.rowAt(0)).toBe(0)
  })

  test('a range over pages that were never seen comes whole and in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(299), fc.nat(299), async (a, b) => {
        const list = source(300)
        const rows = createPagedRows({ fetch: list.fetch, pageSize })
        rows.want(0, 8)
        await list.settle()
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        const loading = rows.load(first, last)
        const pump = setInterval(() => void list.answerOne(), 0)
        expect(await loading).toEqual(Array.from({ length: last - first + 1 }, (_, place) => first + place))
        clearInterval(pump)
      }),
      { numRuns: 25 },
    )
  })

  test('memory stays bounded, and what is in view is never forgotten', async () => {
    const list = source(10_000)
    const rows = createPagedRows({ fetch: list.fetch, pageSize, keep: 6 })
    for (const first of [0, 1000, 2000, 3000, 4000, 5000]) {
      rows.want(first, first + 8)
      await list.settle()
    }
    expect(rows.rowAt(5004)).toBe(5004)
    expect(rows.rowAt(4)).toBeUndefined()
  })
})

test('pages in reach exist, hold the view, and lie ahead in the direction of travel', () => {
  expect(pagesInReach({ first: 95, last: 112, isUpward: false }, 10, 99)).toEqual({ seen: [9, 10, 11], ahead: [12, 13, 8] })
  expect(pagesInReach({ first: 95, last: 99, isUpward: true }, 10, 99)).toEqual({ seen: [9], ahead: [8, 7, 10] })
  expect(pagesInReach({ first: 0, last: 9, isUpward: true }, 10, 0)).toEqual({ seen: [0], ahead: [] })
})
