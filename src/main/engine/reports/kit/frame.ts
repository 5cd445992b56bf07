import type { EngineContext } from '../../context.ts'
import type { Branding } from '../../documents/contract/types.ts'
import { shownAddress } from '../../documents/page/link.ts'
import { identityOf } from '../../workspace/identity.ts'
import { settingsOf, type Settings } from '../../workspace/settings.ts'
import { pictureReader, type PictureReader } from './pictures.ts'

/** What all kits of one piece of work share. */
export interface KitFrame {
  branding: Branding
  /** Whom to ask at the agency, a line each. */
  agencyContact: string[]
  createdAt: Date
  settings: Settings
  pictures: PictureReader
  /** What could not be used, in a sentence each, in the order it was met. */
  notices: string[]
}

/** The agency as its media kits show it. A logo that cannot be used gives way to the agency's name. */
export async function kitFrame({ read, files, ports }: EngineContext): Promise<KitFrame> {
  const settings = await settingsOf(read)
  const { agency } = settings
  const name = agency.name || (await identityOf(read)).name
  const notices: string[] = []
  const pictures = pictureReader(files, notices)
  return {
    branding: { name, logo: await pictures(agency.logoHash, 'The agency’s logo'), accent: agency.colour },
    agencyContact: [agency.signerName ?? name, agency.email, agency.website].flatMap((line) => (line ? [shownAddress(line)] : [])),
    createdAt: new Date(ports.clock.now()),
    settings,
    pictures,
    notices,
  }
}
