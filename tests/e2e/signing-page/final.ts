import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Agency } from './contracts.ts'

/** Both verifiers agree that the final PDF of a contract bears these signatures, the agency's field first, each unbroken, and that the
 *  one of `last` is over the whole file. */
export async function expectFinal(
  agency: Agency,
  number: string,
  { signers, last, before }: { signers: readonly string[]; last: string; before: Uint8Array },
): Promise<void> {
  const final = join(agency.folders.root, `${number}-final.pdf`)
  await agency.troupe('contracts', 'save', number, '--out', final)
  // Whoever signed first has signed these very bytes.
  expect(readFileSync(final).subarray(0, before.length).equals(before)).toBe(true)
  const report = execFileSync('pdfsig', [final], { encoding: 'utf8' })
  expect(report.match(/Signer Certificate Common Name: .*/g)).toEqual(signers.map((name) => `Signer Certificate Common Name: ${name}`))
  expect(report.match(/Signature is Valid/g)).toHaveLength(2)
  expect(report.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2)
  expect(report.match(/Total document signed/g)).toHaveLength(1)
  const verdict = await agency.verify(final)
  expect(verdict.alterations).toEqual([])
  expect(verdict.signatures.map(({ signer, intact }) => [signer, intact])).toEqual(signers.map((name) => [name, true]))
  expect(verdict.signatures.filter(({ coversWholeFile }) => coversWholeFile).map(({ signer }) => signer)).toEqual([last])
}
