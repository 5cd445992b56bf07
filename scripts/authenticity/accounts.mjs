import { accountSigns, ACCOUNT_SIGNS } from '../../src/shared/domain/authenticity/account-features.ts'
import { fakeScore } from '../../src/shared/domain/authenticity/account-model.ts'
import { train } from './logistic.mjs'
import { metricsOf } from './metrics.mjs'

const options = { l2: 1e-2, rounds: 400 }
const folds = 10

/** Trains on all accounts; the metrics are those of tenfold cross-validation, dealt out by `seed`. */
export function trainAccounts(accounts, seed) {
  const order = shuffled(accounts.length, seed)
  const scores = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = weightsFrom(order.filter((_, at) => at % folds !== fold).map((at) => accounts[at]))
    for (const [at, index] of order.entries()) if (at % folds === fold) scores[index] = fakeScore(weights, accounts[index].figures)
  }
  return {
    weights: weightsFrom(accounts),
    metrics: metricsOf(
      scores,
      accounts.map(({ label }) => label),
    ),
  }
}

function weightsFrom(accounts) {
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
  const { weights, bias } = train(features, labels, { ...options, prior: new Float64Array(ACCOUNT_SIGNS.length) })
  return {
    bias: rounded(bias),
    signs: ACCOUNT_SIGNS.map(({ name }, sign) => ({
      name,
      mean: rounded(scales[sign].mean),
      deviation: rounded(scales[sign].deviation),
      weight: rounded(weights[sign]),
    })),
  }
}

/** 0 … count − 1 in an order that the seed alone decides (Fisher and Yates; numbers by mulberry32). */
function shuffled(count, seed) {
  const order = Array.from({ length: count }, (_, at) => at)
  let state = seed >>> 0
  for (let at = count - 1; at > 0; at--) {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    const other = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (at + 1))
    ;[order[at], order[other]] = [order[other], order[at]]
  }
  return order
}

const rounded = (value) => Math.round(value * 100_000) / 100_000
