import { withEntries, appended, opened } from '../support/appending.ts'
import type { Openssl } from '../support/openssl.ts'
import { objects, part, smallPdf, stream, type Case, type Desk } from './small.ts'

type Options = Parameters<Openssl['certificate']>[3]

/** What each case says of the one signature, beside the verdict on the file. */
export interface ContainerCase extends Case {
  intact: boolean
  trusted: boolean
  isWeak?: boolean
  /** What the verdict in one sentence must say. */
  sums?: RegExp
}

/** Signatures made by OpenSSL: weak algorithms, chains that lead nowhere, certificates that are not good any more, containers that hold too
 *  much or too little. `authority` is the trusted one. */
export async function containerCases({ sign }: Desk, tool: Openssl): Promise<{ authority: Uint8Array; cases: ContainerCase[] }> {
  tool.authority('root', '/CN=Root of the tests')
  tool.authority('stranger', '/CN=Somebody else')
  const draft = smallPdf()
  const issue = (name: string, options: Options = {}, issuer = 'root') => tool.certificate(name, issuer, `/CN=${name}`, options)
  const signed = (signer: string, options: readonly string[] = [], subFilter = 'adbe.pkcs7.detached') =>
    sign(draft, { subFilter, sign: (parts) => tool.cms(signer, parts, options) })

  issue('good')
  issue('rsa', { key: ['-newkey', 'rsa:2048'] })
  issue('short', { key: ['-newkey', 'rsa:1024'] })
  issue('expired', { from: '20200101000000Z', to: '20210101000000Z' })
  issue('tooearly', { from: '20300101000000Z' })
  issue('server', { extensions: 'basicConstraints=critical,CA:false\nextendedKeyUsage=serverAuth' })
  issue('unknown', {}, 'stranger')
  issue('unknown and expired', { from: '20200101000000Z', to: '20210101000000Z' }, 'stranger')
  issue('taken')
  issue('oldhash', { digest: 'sha1' })
  tool.authority('alone', '/CN=Nobody else')
  const taken = await signed('taken')
  const list = tool.revocationList('root', 'taken')
  const untrusted = { status: 'untrusted', pdfsig: ['valid'], intact: true, trusted: false } as const
  const broken = { status: 'altered', pdfsig: ['not valid'], intact: false, trusted: false } as const
  const twice = (parts: readonly Uint8Array[]) => Buffer.concat([tool.cms('good', parts), Buffer.from('hello')])

  const cases: ContainerCase[] = [
    { name: 'a curve and SHA-256', bytes: await signed('good'), status: 'valid', pdfsig: ['valid'], intact: true, trusted: true },
    {
      name: 'RSA and SHA-512',
      bytes: await signed('rsa', ['-md', 'sha512']),
      status: 'valid',
      pdfsig: ['valid'],
      intact: true,
      trusted: true,
    },
    {
      name: 'RSA-PSS',
      bytes: await signed('rsa', ['-keyopt', 'rsa_padding_mode:pss']),
      status: 'valid',
      pdfsig: ['valid'],
      intact: true,
      trusted: true,
    },
    {
      name: 'SHA-1',
      bytes: await signed('rsa', ['-md', 'sha1']),
      says: /rests on SHA-1/,
      isWeak: true,
      sums: /^The signature holds, but it cannot be relied on: it rests on SHA-1, which can be forged\.$/,
      ...untrusted,
    },
    {
      name: 'MD5',
      bytes: await signed('rsa', ['-md', 'md5']),
      says: /^The signature of rsa does not hold: It rests on MD5, which can be forged; such a signature proves nothing\./,
      ...broken,
    },
    {
      name: 'RSA of 1,024 bits',
      bytes: await signed('short'),
      says: /1,024 bits is too short/,
      isWeak: true,
      sums: /relied on: its key of 1,024 bits is too short/,
      ...untrusted,
    },
    {
      name: 'a certificate signed with SHA-1',
      bytes: await signed('oldhash'),
      says: /digest that can be forged/,
      sums: /relied on: a certificate it rests on was signed with a digest/,
      ...untrusted,
    },
    {
      name: 'the chain is missing',
      bytes: await signed('unknown'),
      says: /“Somebody else”, which is not among the trusted/,
      sums: /^The signature holds, but not everybody who signed is known here\.$/,
      ...untrusted,
    },
    { name: 'a certificate that stands for itself', bytes: await signed('alone'), says: /stands for itself|not meant/, ...untrusted },
    {
      name: 'the chain is missing, and the certificate has expired',
      bytes: await signed('unknown and expired'),
      says: /had expired when it was signed/,
      sums: /relied on: a certificate had expired when it was signed\.$/,
      ...untrusted,
    },
    {
      name: 'an expired certificate',
      bytes: await signed('expired'),
      says: /had expired when it was signed/,
      sums: /relied on: a certificate had expired when it was signed\.$/,
      ...untrusted,
    },
    {
      name: 'a certificate that is not valid yet',
      bytes: await signed('tooearly'),
      says: /not valid yet/,
      sums: /relied on: a certificate was not valid yet/,
      ...untrusted,
    },
    {
      name: 'a certificate for web servers',
      bytes: await signed('server'),
      says: /not meant for signing documents/,
      sums: /relied on: its certificate is not meant for signing documents\.$/,
      ...untrusted,
    },
    {
      name: 'a certificate taken back, by the list in the file',
      bytes: appended(
        taken,
        objects({
          [part.catalog]: withEntries(opened(taken).catalog, { DSS: '<< /CRLs [40 0 R] >>' }),
          40: stream(Buffer.from(list).toString('latin1')),
        }),
      ),
      says: /was revoked on/,
      sums: /relied on: its certificate was revoked on/,
      ...untrusted,
    },
    { name: 'no certificate at all', bytes: await signed('good', ['-nocerts']), says: /certificate of its signer is missing/, ...broken },
    {
      name: 'something behind the container',
      bytes: await sign(draft, { sign: twice }),
      says: /written behind the signature/,
      ...broken,
      pdfsig: ['valid'],
      because: 'container alone',
    },
    { name: 'a container that holds its own content', bytes: await signed('good', ['-nodetach']), says: /own content/, ...broken },
    {
      name: 'a format nobody knows',
      bytes: await signed('good', [], 'example.detached'),
      says: /not one that can be relied on/,
      ...broken,
    },
    {
      name: 'two signers in one container',
      bytes: await signed('good', ['-signer', 'rsa.pem', '-inkey', 'rsa.key']),
      says: /exactly one signer/,
      ...broken,
      pdfsig: ['valid'],
      because: 'container alone',
    },
    { name: 'noise', bytes: await sign(draft, { sign: () => Buffer.alloc(900, 0x5a) }), says: /container/, ...broken },
    {
      name: 'the signature of another file',
      bytes: await sign(draft, { sign: () => tool.cms('good', [draft]) }),
      says: /changed after signing/,
      ...broken,
    },
  ]
  return { authority: tool.der('root'), cases }
}
