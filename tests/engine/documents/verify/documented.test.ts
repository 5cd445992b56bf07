import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { VerifyReport } from '#src/shared/contract/verification.ts'

const guide = readFileSync(new URL('../../../../docs/verifying.md', import.meta.url), 'utf8')

test('every field of the report is documented, and none is missing that was promised', () => {
  const report = Object.keys(VerifyReport.shape)
  const signature = Object.keys(VerifyReport.shape.signatures.element.shape)
  expect(report.toSorted()).toEqual([
    'alterations',
    'changes',
    'contract',
    'remarks',
    'revisions',
    'scan',
    'signatures',
    'status',
    'summary',
  ])
  const named = new Set(Array.from(guide.matchAll(/`(\w+)(?:\[\])?`/g), ([, name]) => name))
  expect([...report, ...signature].filter((name) => !named.has(name))).toEqual([])
})

test('every status, source and kind of change is documented', () => {
  const { signatures, changes, status } = VerifyReport.shape
  const { trust, revocation } = signatures.element.shape
  const words = [
    ...status.options,
    ...trust.unwrap().shape.source.options,
    ...revocation.shape.state.options,
    ...revocation.shape.source.unwrap().options,
    ...changes.element.shape.kind.options,
  ]
  expect(words.filter((word) => !guide.includes(`\`${word}\``))).toEqual([])
})
