import type { TaskContext } from '../../context.ts'
import { certificatePem } from '../../documents/signing/authority.ts'
import { revocationListPem } from '../../documents/signing/revocationList.ts'
import { settingsOf } from '../../workspace/settings.ts'
import { fingerprintOf } from '../trust.ts'
import { openAuthority } from './open.ts'
import { currentRevocationList } from './revoke.ts'

type Form = 'pem' | 'der'

/** Writes the certificate of the workspace's authority to a granted place, making the authority where there is none yet. */
export async function exportAuthority(
  context: TaskContext,
  { file, form }: { file: string; form: Form },
): Promise<{ fileName: string; fingerprint: string }> {
  const authority = await openAuthority(context, (await settingsOf(context.read)).agency.name || 'Troupe')
  const { keep, certificate } = authority
  if (keep) await context.transact({ summary: `Made the signing authority of ${authority.name}` }, (db) => keep(db))
  const fileName = await context.grants.writeBytes(file, form === 'der' ? certificate : certificatePem(certificate))
  return { fileName, fingerprint: fingerprintOf(certificate) }
}

/** Writes the list of revoked certificates, signed as of now, to a granted place. Raises NOT_FOUND where there is no authority. */
export async function exportRevocations(
  context: TaskContext,
  { file, form }: { file: string; form: Form },
): Promise<{ fileName: string; revoked: number; number: number }> {
  const { list, number, revoked } = await currentRevocationList(context)
  const fileName = await context.grants.writeBytes(file, form === 'der' ? list : revocationListPem(list))
  return { fileName, revoked, number }
}
