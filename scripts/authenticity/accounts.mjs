import { accountSigns, ACCOUNT_SIGNS } from '../../src/shared/domain/authenticity/account-features.ts'
import { fakeScore } from '../../src/shared/domain/authenticity/account-model.ts'
import { treeFigures } from '../../src/shared/domain/authenticity/account-trees.ts'
import { train } from './logistic.mjs'
import { metricsOf } from './metrics.mjs'
import { randomFrom } from './random.mjs'
import { boost } from './trees.mjs'

const options = { l2: 3e-2, rounds: 400 }
const folds = 10

/** Trains on all accounts; the metrics are those of tenfold cross-validation, dealt out by `seed`. */
export function trainAccounts(accounts, seed) {
  const order = shuffled(accounts.length, seed)
  const scores = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = weightsFrom(
      order.filter((_, at) => at % folds !== fold).map((at) => accounts[at]),
      seed,
    )
    for (const [at, index] of order.entries()) if (at % folds === fold) scores[index] = fakeScore(weights, accounts[index].figures)
  }
  return {
    weights: weightsFrom(accounts, seed),
    metrics: metricsOf(
      scores,
      accounts.map(({ label }) => label),
    ),
  }
}

function weightsFrom(accounts, seed) {
  const rows = accounts.map(({ figures }) => accountSigns(figures))
  const scales = ACCOUNT_SIGNS.map((_, sign) => {
    const mean = rows.reduce((sum, row) => sum + row[sign], 0) / rows.length
    return { mean, deviation: Math.sqrt(rows.reduce((sum, row) => sum + (row[sign] - mean) ** 2, 0) / rows.length) }
  })
  const features = rows.map((row) => ({
    places: row.map((_, sign) => sign),
    values: row.map((value, sign) => (value - scales[sign].mean) / scales[sign].deviation),
  }))
  const labels = accounts.map(({ label }) => label)
  const usual = usualOf(accounts)
  const { base, trees } = boost(
    accounts.map(({ figures }) => treeFigures(figures, usual)),
    labels,
    seed,
  )
  const { weights, bias } = train(features, labels, { ...options, prior: new Float64Array(ACCOUNT_SIGNS.length) })
  return {
    bias: rounded(bias),
    signs: ACCOUNT_SIGNS.map(({ name }, sign) => ({
      name,
      mean: rounded(scales[sign].mean),
      deviation: rounded(scales[sign].deviation),
      weight: rounded(weights[sign]),
    })),
    base,
    usual,
    trees,
  }
}

/** The middle of each figure. */
function usualOf(accounts) {
  const middle = (key) => accounts.map(({ figures }) => Number(figures[key] ?? 0)).toSorted((a, b) => a - b)[accounts.length >> 1]
  return Object.fromEntries(Object.keys(accounts[0].figures).map((key) => [key, middle(key)]))
}

/** 0 … count − 1 in an order that the seed alone decides (Fisher and Yates). */
function shuffled(count, seed) {
  const order = Array.from({ length: count }, (_, at) => at)
  const random = randomFrom(seed)
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other], order[at]]
  }
  return order
}

const rounded = (value) => Math.round(value * 100_000) / 100_000
