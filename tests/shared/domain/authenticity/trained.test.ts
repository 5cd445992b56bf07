import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
// @ts-expect-error -- scripts are plain JavaScript
import { trainAuthenticity } from '../../../../scripts/authenticity/train.mjs'
// @ts-expect-error -- likewise
import { metricsOf } from '../../../../scripts/authenticity/metrics.mjs'

const labelled = fileURLToPath(new URL('../../../../../shared/data/labelled', import.meta.url))
const kept = (name: string) => {
  const text = readFileSync(new URL(`../../../../resources/authenticity/${name}.json`, import.meta.url), 'utf8')
  const weights = JSON.parse(text) as { provenance: { metrics: Record<string, number>; trainedOn?: string } }
  delete weights.provenance.trainedOn
  return { text, weights }
}

// The labelled files are other people's and no part of the project.
describe.runIf(existsSync(labelled))('trained again on the labelled files', () => {
  test('the weights are those that ship, with F1 of 0.95 and 0.9 or more on what they had not seen', async () => {
    const trained = await (trainAuthenticity as (folder: string) => Promise<Record<string, unknown>>)(labelled)
    for (const name of ['comments', 'accounts']) expect(trained[name]).toEqual(kept(name).weights)
    expect(kept('comments').weights.provenance.metrics).toMatchObject({ f1: expect.toSatisfy((f1: number) => f1 >= 0.95) })
    expect(kept('accounts').weights.provenance.metrics).toMatchObject({
      f1: expect.toSatisfy((f1: number) => f1 >= 0.9),
      rocAuc: expect.toSatisfy((area: number) => area >= 0.985),
    })
  })
})

test('the weights ship with their provenance and stay small', () => {
  for (const name of ['comments', 'accounts']) {
    const { text } = kept(name)
    expect(text.length).toBeLessThan(300_000)
    expect((JSON.parse(text) as { provenance: unknown }).provenance).toMatchObject({
      dataset: expect.stringContaining('20'),
      licence: expect.any(String),
      trainedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      script: 'scripts/train-authenticity.mjs',
      seed: expect.any(Number),
    })
  }
})

test('measures of a classifier, by hand', () => {
  const measure = metricsOf as (scores: number[], labels: number[]) => Record<string, number>
  expect(measure([0.9, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], [1, 1, 0, 1, 1, 0, 0, 0])).toEqual({
    judged: 8,
    accuracy: 0.75,
    precision: 0.75,
    recall: 0.75,
    f1: 0.75,
    rocAuc: 0.875,
    specificity: 0.75,
  })
  expect(measure([0.5, 0.5], [1, 0]).rocAuc).toBe(0.5)
})
