import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { importSigningKey } from './keys.ts'
import type { Identity } from './authority.ts'

/** Why a certificate is taken back, as RFC 5280 (5.3.1) names and numbers it. */
export const revocationReasons = {
  unspecified: 0,
  'key compromise': 1,
  'affiliation changed': 3,
  superseded: 4,
  'cessation of operation': 5,
  'privilege withdrawn': 9,
} as const
export type RevocationReason = keyof typeof revocationReasons

interface RevokedCertificate {
  /** DER. */
  certificate: Uint8Array
  at: Date
  reason: RevocationReason
}

const oid = { reason: '2.5.29.21', number: '2.5.29.20', authorityKey: '2.5.29.35', subjectKey: '2.5.29.14' } as const
const engine = new pkijs.CryptoEngine({ name: 'troupe-lists', crypto })
/** A list is made anew whenever it is asked for; this is how long one that was given out may be relied on. */
const goodForDays = 90

/** An authority's list of the certificates it has taken back, signed by it (RFC 5280, 5). DER. `number` must rise from list to list. */
export async function signRevocationList(
  authority: Identity,
  revoked: readonly RevokedCertificate[],
  { now, number }: { now: Date; number: number },
): Promise<Uint8Array> {
  const issuer = pkijs.Certificate.fromBER(Uint8Array.from(authority.certificate).buffer)
  const list = new pkijs.CertificateRevocationList({
    version: 1,
    issuer: issuer.subject,
    thisUpdate: timeOf(now),
    nextUpdate: timeOf(new Date(now.getTime() + goodForDays * 86_400_000)),
    // An empty list has no such field at all.
    ...(revoked.length > 0 ? { revokedCertificates: revoked.map(entryOf) } : {}),
    crlExtensions: new pkijs.Extensions({
      extensions: [
        authorityKey(issuer),
        new pkijs.Extension({ extnID: oid.number, extnValue: new asn1js.Integer({ value: number }).toBER(false) }),
      ],
    }),
  })
  await list.sign(await importSigningKey(authority.privateKey), 'SHA-256', engine)
  return new Uint8Array(list.toSchema(true).toBER(false))
}

/** The list in the text form that other programs import. */
export function revocationListPem(list: Uint8Array): string {
  const lines =
    Buffer.from(list)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN X509 CRL-----', ...lines, '-----END X509 CRL-----', ''].join('\n')
}

/** The bytes of a list in text form. */
export function revocationListDer(pem: string): Uint8Array {
  return new Uint8Array(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'))
}

function entryOf({ certificate, at, reason }: RevokedCertificate): pkijs.RevokedCertificate {
  const { serialNumber } = pkijs.Certificate.fromBER(Uint8Array.from(certificate).buffer)
  const code = new asn1js.Enumerated({ value: revocationReasons[reason] })
  return new pkijs.RevokedCertificate({
    userCertificate: serialNumber,
    revocationDate: timeOf(at),
    // RFC 5280 wants no reason at all where none was given.
    ...(reason === 'unspecified'
      ? {}
      : {
          crlEntryExtensions: new pkijs.Extensions({
            extensions: [new pkijs.Extension({ extnID: oid.reason, extnValue: code.toBER(false) })],
          }),
        }),
  })
}

/** Which of an authority's keys signed the list. */
function authorityKey({ extensions }: pkijs.Certificate): pkijs.Extension {
  const subjectKey = extensions?.find(({ extnID }) => extnID === oid.subjectKey)?.parsedValue as asn1js.OctetString
  const identifier = new pkijs.AuthorityKeyIdentifier({ keyIdentifier: subjectKey })
  return new pkijs.Extension({ extnID: oid.authorityKey, extnValue: identifier.toSchema().toBER(false) })
}

function timeOf(instant: Date): pkijs.Time {
  const value = new Date(Math.floor(instant.getTime() / 1000) * 1000)
  return new pkijs.Time({ type: value.getUTCFullYear() >= 2050 ? pkijs.TimeType.GeneralizedTime : pkijs.TimeType.UTCTime, value })
}
