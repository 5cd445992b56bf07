import { afterAll, describe, expect, test } from 'vitest'
import { reportOn } from '#src/main/engine/contracts/verify.ts'
import { verifyPdf } from '#src/main/engine/documents/verify/verifyPdf.ts'
import { hasOpenssl, openssl } from '../support/openssl.ts'
import { hasPoppler } from '../support/poppler.ts'
import { containerCases, type ContainerCase } from './containers.cases.ts'
import { pdfsigOn } from './pdfsig.ts'
import { desk } from './small.ts'

const tool = hasOpenssl ? openssl() : undefined
const made: { authority: Uint8Array; cases: ContainerCase[] } = tool
  ? await containerCases(await desk(), tool)
  : { authority: new Uint8Array(), cases: [] }
afterAll(() => tool?.close())

describe.runIf(hasOpenssl)('what the signature itself holds', () => {
  test.each(made.cases)('$name: $status', async ({ bytes, status, says = /^/, intact, trusted, isWeak = false }) => {
    const verdict = await verifyPdf(bytes, { trustedCertificates: [made.authority], now: new Date() })
    const told = [...verdict.alterations, ...verdict.signatures.map(({ note }) => note)].join('\n')
    expect({ status: verdict.status, told }).toEqual({ status, told: expect.stringMatching(says) })
    expect(verdict.signatures).toMatchObject([{ intact, trusted, isWeak }])
  })

  test.each(made.cases.filter(({ sums }) => sums))('$name: the summary says why', async ({ bytes, sums }) => {
    const settings = { trustedCertificates: [made.authority], now: new Date() }
    const verdict = await verifyPdf(bytes, settings)
    expect(reportOn(verdict, { settings, sourceOf: () => null }, null).summary).toMatch(sums ?? /^$/)
  })

  test.runIf(hasPoppler).each(made.cases)('$name: as pdfsig says, or a reason why not', ({ bytes, pdfsig, intact, because }) => {
    expect(pdfsigOn(bytes)).toEqual(pdfsig)
    expect({ isSame: pdfsig?.join() === (intact ? 'valid' : 'not valid'), because }).toEqual({ isSame: because === undefined, because })
  })
})
