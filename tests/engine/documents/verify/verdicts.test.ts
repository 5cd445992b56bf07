import { describe, expect, test } from 'vitest'
import { verifyPdf } from '#src/main/engine/documents/verify/verifyPdf.ts'
import { hasPoppler } from '../support/poppler.ts'
import { now } from '../support/signed.ts'
import { casesAfterSigning } from './after-signing.cases.ts'
import { pdfsigOn } from './pdfsig.ts'
import { rangeCases } from './ranges.cases.ts'
import { shadowCases } from './shadow.cases.ts'
import { desk, type Case } from './small.ts'

const made = await desk()
const settings = { trustedCertificates: [made.authority.certificate], now }

const tables: [string, Case[]][] = [
  ['after signing', await casesAfterSigning(made)],
  ['shadow attacks', await shadowCases(made)],
  ['byte ranges', await rangeCases(made)],
]

describe.each(tables)('%s', (_, cases) => {
  test.each(cases)('$name: $status', async ({ bytes, status, says = /^/ }) => {
    const verdict = await verifyPdf(bytes, settings)
    const told = [...verdict.alterations, ...verdict.remarks, ...verdict.signatures.map(({ note }) => note)].join('\n')
    expect({ status: verdict.status, told }).toEqual({ status, told: expect.stringMatching(says) })
  })

  test.runIf(hasPoppler).each(cases)('$name: as pdfsig says, or a reason why not', async ({ bytes, pdfsig, because }) => {
    expect(pdfsigOn(bytes)).toEqual(pdfsig)
    const { status, signatures } = await verifyPdf(bytes, settings)
    const isSame =
      pdfsig !== null &&
      signatures.map(({ intact }) => (intact ? 'valid' : 'not valid')).join() === pdfsig.join() &&
      (status === 'altered') === pdfsig.includes('not valid')
    expect({ isSame, because }).toEqual({ isSame: because === undefined, because })
  })
})
