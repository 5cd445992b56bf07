import { expect, test } from 'vitest'
import { Compensation } from '#src/shared/contract/compensation.ts'
import { draftOf, inCurrency, models, termsOf, type Terms } from '#src/renderer/features/campaigns/creators/compensation-draft.ts'

const usd = (amount: number) => ({ amountMinor: Math.round(amount * 100), currency: 'USD' })

/** The worked examples of the field, one for each model. */
const examples: readonly Terms[] = [
  { model: 'flat fee', fee: usd(500) },
  { model: 'per post', posts: 4, pricePerPost: usd(400) },
  { model: 'performance bonus', base: usd(300), bonus: usd(50), everySales: 1000 },
  { model: 'gifting', productValue: usd(200) },
  { model: 'commission', rateBp: 1000 },
  { model: 'flat plus commission', fee: usd(200), rateBp: 500 },
  { model: 'revenue share', rateBp: 3000, pricePerMonth: usd(99) },
  { model: 'retainer plus commission', retainerPerMonth: usd(1000), rateBp: 300 },
  {
    model: 'ambassador ladder',
    rungs: [
      {
        label: 'Tier 1',
        from: 1000,
        to: 5000,
        pricePerPost: usd(100),
        highestPricePerPost: null,
        productValue: usd(40),
        discountBp: null,
      },
      {
        label: 'Tier 2',
        from: 5000,
        to: null,
        pricePerPost: usd(500),
        highestPricePerPost: usd(1000),
        productValue: null,
        discountBp: 2000,
      },
    ],
  },
]

test('there is an example and a choice for every model of the contract', () => {
  const known = Compensation.options.map(({ shape }) => shape.model.value)
  expect(models.map(({ model }) => model)).toEqual(known)
  expect(examples.map(({ model }) => model)).toEqual(known)
})

test.each(examples)('agreed terms can be opened and saved again unchanged: $model', (terms) => {
  const saved = termsOf(draftOf(terms, 'EUR'))
  expect(saved).toEqual(terms)
  expect(Compensation.parse(saved)).toEqual(terms)
})

test.each(models)('nothing can be saved before every field is filled in: $model', ({ model }) => {
  expect(termsOf({ ...draftOf(null, 'EUR'), model })).toBeNull()
})

test('trying another model loses nothing', () => {
  const draft = draftOf({ model: 'flat plus commission', fee: usd(200), rateBp: 500 }, 'EUR')
  expect(termsOf({ ...draft, model: 'commission' })).toEqual({ model: 'commission', rateBp: 500 })
  expect(termsOf({ ...draft, model: 'flat fee' })).toEqual({ model: 'flat fee', fee: usd(200) })
})

test('another currency keeps the amount where it counts in the same units, and asks for it anew where not', () => {
  const draft = draftOf({ model: 'flat fee', fee: usd(200) }, 'EUR')
  expect(termsOf(inCurrency(draft, 'GBP'))).toEqual({ model: 'flat fee', fee: { amountMinor: 20_000, currency: 'GBP' } })
  expect(termsOf(inCurrency(draft, 'JPY'))).toBeNull()
})
