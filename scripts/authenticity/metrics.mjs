/**
 * How scores (0 to 1) meet labels (0 or 1) at the threshold 0.5; ROC AUC by ranks (Mann and Whitney), equal scores sharing their rank.
 * @param {number[]} scores @param {number[]} labels
 */
export function metricsOf(scores, labels) {
  const cell = (called, label) => scores.filter((score, at) => score >= 0.5 === called && labels[at] === label).length
  const [hits, alarms, misses, rest] = [cell(true, 1), cell(true, 0), cell(false, 1), cell(false, 0)]
  const [precision, recall] = [hits / (hits + alarms), hits / (hits + misses)]
  return {
    judged: scores.length,
    accuracy: round((hits + rest) / scores.length),
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / (precision + recall)),
    rocAuc: round(areaUnderCurve(scores, labels)),
    specificity: round(rest / (rest + alarms)),
  }
}

function areaUnderCurve(scores, labels) {
  const order = scores.map((score, at) => ({ score, label: labels[at] })).toSorted((a, b) => a.score - b.score)
  let [ranks, positives] = [0, 0]
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && order[to].score === order[from].score) to++
    const found = order.slice(from, to).filter(({ label }) => label === 1).length
    ranks += found * ((from + to + 1) / 2)
    positives += found
    from = to
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (order.length - positives))
}

const round = (value) => Math.round(value * 10_000) / 10_000
