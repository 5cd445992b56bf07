import { treeValue } from '../../src/shared/domain/authenticity/account-trees.ts'
import { randomFrom } from './random.mjs'

/** Few and shallow: more trees did no better in cross-validation and would be longer to read. */
const options = { rounds: 60, depth: 3, rate: 0.1, penalty: 3, fewest: 5, share: 0.6 }

/**
 * Gradient boosting of the logistic loss (Friedman 2001, Annals of Statistics 29, 1189–1232) with second-order steps and a penalty on leaves
 * (Chen and Guestrin 2016, arXiv 1603.02754); each tree sees a part of the rows that the seed decides.
 * @param {number[][]} rows @param {number[]} labels @param {number} seed
 */
export function boost(rows, labels, seed) {
  const random = randomFrom(seed)
  const positives = labels.filter((label) => label === 1).length
  const base = rounded(Math.log(positives / (labels.length - positives)))
  const logOdds = rows.map(() => base)
  const trees = []
  for (let round = 0; round < options.rounds; round++) {
    const slopes = logOdds.map((odds, at) => {
      const chance = 1 / (1 + Math.exp(-odds))
      return { first: chance - labels[at], second: chance * (1 - chance) }
    })
    const seen = rows.map((_, at) => at).filter(() => random() < options.share)
    const tree = grown(rows, slopes, seen)
    trees.push(tree)
    for (const [at, row] of rows.entries()) logOdds[at] += treeValue(tree, row)
  }
  return { base, trees }
}

/** One tree, a level after the other, in the columns in which it is kept. */
function grown(rows, slopes, seen) {
  const tree = { figure: [], limit: [], below: [], value: [] }
  const add = () => tree.value.push(0) - 1
  const level = [{ node: add(), members: seen, depth: 0 }]
  for (const { node, members, depth } of level) {
    const split = depth < options.depth ? bestSplit(rows, slopes, members) : null
    tree.figure[node] = split ? split.figure : -1
    tree.limit[node] = split ? rounded(split.limit) : 0
    tree.below[node] = split ? add() : 0
    if (!split) {
      const { first, second } = sums(slopes, members)
      tree.value[node] = rounded((-options.rate * first) / (second + options.penalty))
      continue
    }
    add()
    const isBelow = (at) => rows[at][split.figure] <= tree.limit[node]
    level.push({ node: tree.below[node], members: members.filter(isBelow), depth: depth + 1 })
    level.push({ node: tree.below[node] + 1, members: members.filter((at) => !isBelow(at)), depth: depth + 1 })
  }
  return tree
}

function bestSplit(rows, slopes, members) {
  const all = sums(slopes, members)
  let best = null
  for (let figure = 0; figure < rows[0].length; figure++) {
    const order = members.toSorted((a, b) => rows[a][figure] - rows[b][figure] || a - b)
    const below = { first: 0, second: 0 }
    for (let count = 1; count < order.length; count++) {
      const [last, next] = [order[count - 1], order[count]]
      below.first += slopes[last].first
      below.second += slopes[last].second
      if (rows[last][figure] === rows[next][figure] || count < options.fewest || order.length - count < options.fewest) continue
      const gain = worth(below) + worth({ first: all.first - below.first, second: all.second - below.second }) - worth(all)
      if (gain > 1e-6 && (best === null || gain > best.gain)) best = { gain, figure, limit: (rows[last][figure] + rows[next][figure]) / 2 }
    }
  }
  return best
}

function worth({ first, second }) {
  return first ** 2 / (second + options.penalty)
}

function sums(slopes, members) {
  let [first, second] = [0, 0]
  for (const at of members) {
    first += slopes[at].first
    second += slopes[at].second
  }
  return { first, second }
}

const rounded = (value) => Math.round(value * 100_000) / 100_000
