import { nearKeys } from '#src/shared/domain/likeness.ts'
import type { ReadDb } from '../../db/handles.ts'
import { nextTurn } from '../../db/next-turn.ts'
import { allCards, type Card } from './cards.ts'

/** An address, handle or name that more share says nothing: it is an agency's, or as common as that. */
const mostSharing = 20
/** A number that no roster of one agency reaches; it bounds the work on a list of made-up people. */
const mostPairs = 200_000
/** Keys are sorted in so many heaps, one by one, so that other work gets its turn. */
const heaps = 64
/** A place fits beside a 32-bit number in what a float holds exactly. */
const places = 2 ** 21

/** Pairs of creators that have a key in common, found by sorting numbers made of the keys: the work grows with the roster, not with its
 *  square. What a pair has in common is to be looked at still: two keys may make the same number. */
export async function candidatePairs(db: ReadDb): Promise<[one: string, other: string][]> {
  const heap = Array.from({ length: heaps }, () => openHeap())
  const ids: string[] = []
  for await (const cards of allCards(db)) {
    for (const card of cards) {
      const place = ids.push(card.id) - 1
      for (const key of keysOf(card)) {
        const number = hash(key)
        heap[number % heaps]?.add(number * places + place)
      }
    }
  }
  const pairs = new Set<number>()
  for (const { sorted } of heap) {
    addPairs(sorted(), pairs)
    if (pairs.size > mostPairs) break
    await nextTurn()
  }
  return [...pairs].map((pair) => [ids[Math.floor(pair / places)] ?? '', ids[pair % places] ?? ''])
}

function* keysOf({ emails, phones, handles, nameKey, countryCode, niches }: Card): Generator<string> {
  for (const email of emails) yield `e ${email}`
  for (const phone of phones.keys()) yield `p ${phone}`
  for (const loose of new Set(handles.map((handle) => handle.loose))) if (loose !== null) yield `h ${loose}`
  if (nameKey === null || countryCode === null || niches.size === 0) return
  for (const near of nearKeys(nameKey)) yield `n ${countryCode} ${near}`
}

function addPairs(sorted: Float64Array, pairs: Set<number>): void {
  for (let start = 0; start < sorted.length;) {
    const key = Math.floor((sorted[start] as number) / places)
    let end = start + 1
    while (end < sorted.length && Math.floor((sorted[end] as number) / places) === key) end++
    if (end - start > 1 && end - start <= mostSharing)
      for (let a = start; a < end; a++)
        for (let b = a + 1; b < end; b++) {
          const [one, other] = [(sorted[a] as number) % places, (sorted[b] as number) % places]
          if (one !== other) pairs.add(one * places + other)
        }
    start = end
  }
}

function openHeap() {
  let numbers = new Float64Array(1024)
  let size = 0
  return {
    add(number: number) {
      if (size === numbers.length) {
        const larger = new Float64Array(size * 2)
        larger.set(numbers)
        numbers = larger
      }
      numbers[size++] = number
    },
    sorted: () => numbers.subarray(0, size).sort(),
  }
}

/** FNV-1a over UTF-16, stirred so that its low bits are as good as its high ones. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
