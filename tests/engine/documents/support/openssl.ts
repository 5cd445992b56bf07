import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'

/** The program; tests that need it run where it is. */
const program = 'openssl'

export const hasOpenssl = spawnSync(program, ['version']).error === undefined

/** Runs OpenSSL and gives all that it says, whichever way it ends. */
export function opensslSays(...args: string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return stdout + stderr
}

/** Certificates, key files and time stamps made by OpenSSL in a folder of its own, which `close` takes away. */
export interface Openssl {
  /** A self-signed authority; `subject` such as `/CN=Elsewhere`. */
  authority(name: string, subject: string, key?: readonly string[]): void
  /** A certificate issued by `issuer`; `extensions` in OpenSSL's words. */
  certificate(name: string, issuer: string, subject: string, options?: CertificateOptions): void
  der(name: string): Uint8Array
  /** A key file (PKCS#12) of a certificate with its key and its issuer's certificate; `options` in OpenSSL's words. */
  keyFile(name: string, issuer: string | null, passphrase: string, options?: readonly string[]): Uint8Array
  /** A time stamp service's answer to a request (RFC 3161). */
  stampAnswer(signer: string, request: Uint8Array, options?: { digests?: string; certificates?: string }): Uint8Array
  /** A detached signature over `parts` by `openssl cms`, with further options. */
  cms(signer: string, parts: readonly Uint8Array[], options?: readonly string[]): Uint8Array
  /** What an authority answers to the question (OCSP) whether it took a certificate back. */
  statusAnswer(issuer: string, certificate: string, request: Uint8Array, isRevoked?: boolean): Uint8Array
  /** The authority's revocation list; with `certificate`, after taking that one back. */
  revocationList(issuer: string, certificate?: string): Uint8Array
  close(): void
}

interface CertificateOptions {
  key?: readonly string[]
  extensions?: string
  /** In OpenSSL's form, `20260101000000Z`. */
  from?: string
  to?: string
  digest?: string
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
const always = { from: '20200101000000Z', to: '20400101000000Z' }
const forDocuments = 'basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature,nonRepudiation'

export function openssl(): Openssl {
  const folder = mkdtempSync(join(tmpdir(), 'troupe-openssl-'))
  const at = (name: string) => join(folder, name)
  const run = (...args: string[]) => execFileSync(program, args, { cwd: folder, stdio: 'pipe' })

  const issue = (name: string, issuer: string, { extensions = forDocuments, from, to, digest = 'sha256' }: CertificateOptions) => {
    writeFileSync(at('index'), '')
    writeFileSync(
      at('serial'),
      `${Math.floor(Math.random() * 1e9)
        .toString()
        .padStart(10, '1')}\n`,
    )
    writeFileSync(at('extensions'), `[made]\n${extensions}\n`)
    writeFileSync(
      at('ca.conf'),
      `[ca]\ndefault_ca=own\n[own]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=${digest}\npolicy=any\nunique_subject=no\n` +
        '[any]\ncommonName=optional\norganizationName=optional\nemailAddress=optional\n',
    )
    const signing = issuer === name ? ['-selfsign', '-keyfile', `${name}.key`] : ['-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`]
    const dates = ['-startdate', from ?? always.from, '-enddate', to ?? always.to]
    run('ca', '-batch', '-utf8', '-config', 'ca.conf', ...signing, '-in', `${name}.csr`, '-out', `${name}.pem`, '-notext', '-extfile', 'extensions', '-extensions', 'made', '-md', digest, ...dates) // prettier-ignore
  }
  const request = (name: string, subject: string, key: readonly string[] = curve) =>
    run('req', '-new', '-utf8', ...key, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject)

  return {
    authority(name, subject, key) {
      request(name, subject, key)
      issue(name, name, {
        extensions: 'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash',
      })
    },
    certificate(name, issuer, subject, options = {}) {
      request(name, subject, options.key)
      issue(name, issuer, { ...options, extensions: `${options.extensions ?? forDocuments}\nsubjectKeyIdentifier=hash` })
    },
    der: (name) => new Uint8Array(new X509Certificate(readFileSync(at(`${name}.pem`))).raw),
    keyFile(name, issuer, passphrase, options = []) {
      const along = issuer ? ['-certfile', `${issuer}.pem`] : []
      run('pkcs12', '-export', '-inkey', `${name}.key`, '-in', `${name}.pem`, ...along, '-out', 'file.p12', '-passout', `pass:${passphrase}`, ...options) // prettier-ignore
      return new Uint8Array(readFileSync(at('file.p12')))
    },
    stampAnswer(signer, request, { digests = 'sha256', certificates } = {}) {
      writeFileSync(at('request'), request)
      writeFileSync(
        at('tsa.conf'),
        `[tsa]\ndefault_tsa=own\n[own]\nserial=tsa.serial\ndefault_policy=1.2.3.4.1\ndigests=${digests}\naccuracy=secs:1\ntsa_name=no\n` +
          `signer_cert=${signer}.pem\nsigner_key=${signer}.key\nsigner_digest=sha256\ness_cert_id_alg=sha256\ncrypto_device=builtin\n${certificates ? `certs=${certificates}.pem\n` : ''}`,
      )
      writeFileSync(at('tsa.serial'), '01\n')
      run('ts', '-reply', '-config', 'tsa.conf', '-queryfile', 'request', '-out', 'answer')
      return new Uint8Array(readFileSync(at('answer')))
    },
    cms(signer, parts, options = []) {
      writeFileSync(at('content'), Buffer.concat(parts))
      const made = ['-signer', `${signer}.pem`, '-inkey', `${signer}.key`, '-outform', 'DER', '-out', 'signature']
      run('cms', '-sign', '-binary', '-in', 'content', ...made, ...(options.includes('-md') ? [] : ['-md', 'sha256']), ...options)
      return new Uint8Array(readFileSync(at('signature')))
    },
    statusAnswer(issuer, certificate, request, isRevoked = false) {
      writeFileSync(at('question'), request)
      const serial = new X509Certificate(readFileSync(at(`${certificate}.pem`))).serialNumber
      const taken = isRevoked ? 'R\t400101000000Z\t200102000000Z' : 'V\t400101000000Z\t'
      writeFileSync(at('known'), `${taken}\t${serial}\tunknown\t/CN=${certificate}\n`)
      const by = ['-CA', `${issuer}.pem`, '-rsigner', `${issuer}.pem`, '-rkey', `${issuer}.key`]
      run('ocsp', '-index', 'known', ...by, '-reqin', 'question', '-respout', 'status', '-ndays', '1')
      return new Uint8Array(readFileSync(at('status')))
    },
    revocationList(issuer, certificate) {
      writeFileSync(at('revoked'), '')
      writeFileSync(at('crlnumber'), '01\n')
      writeFileSync(
        at('crl.conf'),
        '[ca]\ndefault_ca=own\n[own]\ndatabase=revoked\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=30\n',
      )
      const by = ['-config', 'crl.conf', '-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`]
      if (certificate) run('ca', ...by, '-revoke', `${certificate}.pem`)
      run('ca', ...by, '-gencrl', '-out', 'crl.pem')
      run('crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der')
      return new Uint8Array(readFileSync(at('crl.der')))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
