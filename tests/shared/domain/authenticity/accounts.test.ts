import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountFigures } from '#src/shared/domain/authenticity/account-features.ts'
import { treeFigures, treeValue } from '#src/shared/domain/authenticity/account-trees.ts'
import { fakeScore } from '#src/shared/domain/authenticity/account-model.ts'
import { FEWEST_ACCOUNTS, shareOfFakes } from '#src/shared/domain/authenticity/fake-share.ts'
import weights from '../../../../resources/authenticity/accounts.json' with { type: 'json' }

const person: AccountFigures = {
  bioLength: 64,
  followers: 640,
  following: 410,
  posts: 120,
  hasPicture: true,
  isPrivate: false,
  usernameDigits: 0,
  usernameLength: 11,
}
const usual = {
  bioLength: 30,
  followers: 500,
  following: 400,
  posts: 40,
  hasPicture: 1,
  isPrivate: 0,
  usernameDigits: 0,
  usernameLength: 10,
}
const bot: AccountFigures = {
  bioLength: 0,
  followers: 21,
  following: 3900,
  posts: 0,
  hasPicture: false,
  isPrivate: false,
  usernameDigits: 5,
  usernameLength: 14,
}

test('a bare profile that follows thousands is told from a lived-in one', () => {
  expect(fakeScore(weights, person)).toBeLessThan(0.1)
  expect(fakeScore(weights, bot)).toBeGreaterThan(0.9)
})

test('without followers, following or posts nothing is said; other gaps count as usual', () => {
  for (const key of ['followers', 'following', 'posts'] as const) expect(fakeScore(weights, { ...bot, [key]: null })).toBeNull()
  const bare = { bioLength: null, hasPicture: null, isPrivate: null, usernameDigits: null, usernameLength: null }
  expect(fakeScore(weights, { ...bot, ...bare })).toBeGreaterThan(0.5)
  expect(fakeScore(weights, { ...person, ...bare })).toBeLessThan(0.5)
})

test('any figures give a score between 0 and 1', () => {
  const count = fc.oneof(fc.constant(null), fc.nat(), fc.nat(20))
  const answer = fc.constantFrom(true, false, null)
  const figures = fc.record({
    bioLength: count,
    followers: count,
    following: count,
    posts: count,
    hasPicture: answer,
    isPrivate: answer,
    usernameDigits: count,
    usernameLength: count,
  })
  fc.assert(
    fc.property(figures, (some) => {
      const score = fakeScore(weights, some)
      if (score === null) return
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }),
  )
})

const sample = (all: number, fakes: number) => Array.from({ length: all }, (_, at) => (at < fakes ? 0.9 : 0.1))

test('the share is freed of the known errors: (p + Sp − 1) ÷ (Se + Sp − 1), with Wilson’s limits', () => {
  // By hand: p = 0.3, (0.3 − 0.05) ÷ 0.85 = 0.2941; Wilson for 30 of 100: 0.2189 to 0.3958, freed likewise 0.1988 to 0.4069.
  expect(shareOfFakes(sample(100, 30), { recall: 0.9, specificity: 0.95 })).toEqual({
    called: 0.3,
    share: 0.2941,
    interval: [0.1988, 0.4069],
  })
  expect(shareOfFakes(sample(100, 30), { recall: 1, specificity: 1 })).toEqual({ called: 0.3, share: 0.3, interval: [0.2189, 0.3958] })
  expect(shareOfFakes(sample(40, 0), { recall: 0.9, specificity: 0.95 })).toMatchObject({ share: 0, interval: [0, expect.any(Number)] })
})

test('too small a sample gives no share', () => {
  expect(shareOfFakes(sample(FEWEST_ACCOUNTS - 1, 5), { recall: 0.9, specificity: 0.95 })).toBeNull()
  expect(shareOfFakes(sample(FEWEST_ACCOUNTS, 5), { recall: 0.9, specificity: 0.95 })).not.toBeNull()
})

test('the share lies within its limits, and a larger sample narrows them', () => {
  fc.assert(
    fc.property(fc.integer({ min: FEWEST_ACCOUNTS, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
      const known = { recall: 0.88, specificity: 0.98 }
      const fakes = Math.round(all * part)
      const { share, interval } = shareOfFakes(sample(all, fakes), known)!
      expect(interval[0]).toBeLessThanOrEqual(share)
      expect(interval[1]).toBeGreaterThanOrEqual(share)
      const wider = shareOfFakes(sample(all * 4, fakes * 4), known)!.interval
      expect(wider[1] - wider[0]).toBeLessThanOrEqual(interval[1] - interval[0])
    }),
  )
})

test('a tree is gone through from its root, at most the limit below and more above', () => {
  const tree = { figure: [1, -1, 5, -1, -1], limit: [100, 0, 10, 0, 0], below: [1, 0, 3, 0, 0], value: [0, 2, 0, 0.5, -1] }
  const asked = (figures: Partial<AccountFigures>) => treeValue(tree, treeFigures({ ...person, ...figures }, usual))
  expect([asked({ followers: 100 }), asked({ followers: 101, posts: 10 }), asked({ followers: 101, posts: 11 })]).toEqual([2, 0.5, -1])
})

test('a figure that is not known is asked of the trees as the usual one, and nothing is divided by zero', () => {
  expect(treeFigures({ ...person, bioLength: null, isPrivate: null }, usual).slice(0, 5)).toEqual([30, 640, 410, 1, 0])
  expect(treeFigures({ ...person, followers: 0, following: 0, usernameLength: 0 }, usual).every(Number.isFinite)).toBe(true)
})
