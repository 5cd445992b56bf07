/** @typedef {{ places: number[], values: number[] }} Features */

/**
 * Logistic regression by full-batch Adam (Kingma and Ba 2015, arXiv 1412.6980): the penalised likelihood is convex, so where it starts does
 * not matter, and the order of the sums is fixed, so the same rows give the same weights. `prior` holds the middle of each Gaussian
 * prior, and `l2` is its precision per row.
 * @param {Features[]} rows @param {number[]} labels @param {{ prior: Float64Array, l2: number, rounds: number }} options
 */
export function train(rows, labels, { prior, l2, rounds }) {
  const weights = Float64Array.from(prior)
  const [mean, square, slope] = [new Float64Array(prior.length), new Float64Array(prior.length), new Float64Array(prior.length)]
  const touched = [...new Set(rows.flatMap(({ places }) => places))].toSorted((a, b) => a - b)
  const compact = rows.map(({ places, values }) => ({ places: Int32Array.from(places), values: Float64Array.from(values) }))
  let [bias, biasMean, biasSquare] = [0, 0, 0]
  for (let round = 1; round <= rounds; round++) {
    slope.fill(0)
    let biasSlope = 0
    for (let at = 0; at < compact.length; at++) {
      const { places, values } = compact[at]
      let logOdds = bias
      for (let k = 0; k < places.length; k++) logOdds += weights[places[k]] * values[k]
      const error = (1 / (1 + Math.exp(-logOdds)) - labels[at]) / compact.length
      biasSlope += error
      for (let k = 0; k < places.length; k++) slope[places[k]] += error * values[k]
    }
    // Even steps at first, then ever smaller ones.
    const step = 0.05 * Math.min(1, 3 * (1 - round / (rounds + 1)))
    const [early, earlySquare] = [1 - 0.9 ** round, 1 - 0.999 ** round]
    const move = (m, v) => (step * (m / early)) / (Math.sqrt(v / earlySquare) + 1e-9)
    for (const place of touched) {
      const down = slope[place] + l2 * (weights[place] - prior[place])
      mean[place] = 0.9 * mean[place] + 0.1 * down
      square[place] = 0.999 * square[place] + 0.001 * down * down
      weights[place] -= move(mean[place], square[place])
    }
    biasMean = 0.9 * biasMean + 0.1 * biasSlope
    biasSquare = 0.999 * biasSquare + 0.001 * biasSlope * biasSlope
    bias -= move(biasMean, biasSquare)
  }
  return { weights, bias }
}
