import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createAuthority, issueCertificate, type Identity } from '#src/main/engine/documents/signing/authority.ts'
import { signPdf } from '#src/main/engine/documents/signing/sign.ts'
import { renderContract } from '#src/main/engine/documents/contract/renderContract.ts'
import { verifyPdf } from '#src/main/engine/documents/verify/verifyPdf.ts'
import { sampleContract } from '../support/sample.ts'
import { issuedAt, now, requestOf } from '../support/signed.ts'
import { desk, packedPdf, smallPdf } from './small.ts'

const known = new Set(['FILE_EMPTY', 'NOT_A_PDF', 'FILE_DAMAGED', 'PDF_ENCRYPTED', 'FILE_TOO_LARGE'])

interface Signed {
  bytes: Uint8Array
  authority: Identity
}
let files: Signed[]
beforeAll(async () => {
  const small = await desk()
  const [authority, own] = [small.authority, await createAuthority('Another', issuedAt)]
  const signer = await issueCertificate(own, { name: 'Mira Sommer' }, issuedAt)
  const { bytes } = await renderContract(sampleContract())
  const once = await small.sign(smallPdf())
  files = [
    { bytes: once, authority },
    { bytes: await small.sign(once, { field: 'Signature2' }), authority },
    { bytes: await small.sign(packedPdf()), authority },
    { bytes: await signPdf(bytes, requestOf(own, signer)), authority: own },
  ]
})

type Edit =
  | { kind: 'flip'; at: number; mask: number }
  | { kind: 'cut'; at: number; count: number }
  | { kind: 'copy'; at: number; count: number; to: number }
  | { kind: 'put'; at: number; text: string }

const place = fc.double({ min: 0, max: 0.999_999, noNaN: true })
const length = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4000 }))
const words = ['/ByteRange [0 1 2 3]', '%%EOF', 'endobj', 'xref', 'trailer', '<<', '>>', '0 R', '\0', '9'.repeat(30), '/Prev 0', 'stream\n']
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, mask: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, count: length }),
  fc.record({ kind: fc.constant('copy' as const), at: place, count: length, to: place }),
  fc.record({ kind: fc.constant('put' as const), at: place, text: fc.constantFrom(...words) }),
)

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let current = Buffer.from(bytes)
  for (const one of edits) {
    const at = Math.floor(one.at * current.length)
    const [before, after] = [current.subarray(0, at), current.subarray(at)]
    if (one.kind === 'flip') current = Buffer.concat([before, Buffer.of((after[0] ?? 0) ^ one.mask), after.subarray(1)])
    else if (one.kind === 'cut') current = Buffer.concat([before, after.subarray(one.count)])
    else if (one.kind === 'put') current = Buffer.concat([before, Buffer.from(one.text, 'latin1'), after])
    else {
      const to = Math.floor(one.to * current.length)
      current = Buffer.concat([current.subarray(0, to), after.subarray(0, one.count), current.subarray(to)])
    }
  }
  return Uint8Array.from(current)
}

test('bytes flipped, cut out, doubled and put in: never valid, never an error that is none of ours', async () => {
  const which = fc.integer({ min: 0, max: 3 })
  await fc.assert(
    fc.asyncProperty(which, fc.array(edit, { minLength: 1, maxLength: 3 }), async (file, edits) => {
      const { bytes, authority } = files[file] ?? { bytes: new Uint8Array(), authority: undefined }
      const changed = edited(bytes, edits)
      fc.pre(Buffer.compare(changed, bytes) !== 0)
      const trusted = authority ? [authority.certificate] : []
      const found = await verifyPdf(changed, { trustedCertificates: trusted, now }).then(
        ({ status }) => status,
        (error: { code?: string }) => (known.has(error.code ?? '') ? 'refused' : error),
      )
      // What takes the signature's marks away leaves a file without a signature; only that may be called unsigned.
      const hasMarks = Buffer.from(changed).includes('/ByteRange')
      expect(hasMarks ? ['altered', 'refused'] : ['altered', 'refused', 'unsigned']).toContain(found)
    }),
    { numRuns: 1500 },
  )
})
