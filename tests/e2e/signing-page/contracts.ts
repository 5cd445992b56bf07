import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject, vi } from 'vitest'
import type { z } from 'zod'
import type { SigningPageResult } from '#src/shared/contract/contracts-sending.ts'
import type { VerifyReport } from '#src/shared/contract/verification.ts'
import type { SigningPageData } from '#src/shared/signing-page.ts'
import { troupeHere } from '#tests/support/command-line.ts'
import { seedWorkspace, testFolders, type TestFolders } from '../support/workspace.ts'

/** Whom the contracts of these tests are with, and in which language. */
export const people = {
  ana: { name: 'Ana Martins', language: 'en', signFirst: true },
  joerg: { name: 'Jörg Großmüller', language: 'de', signFirst: true },
  script: { name: `</script><script>window.hit = 1</script><img src=x onerror="window.hit=2">'"&<!--`, language: 'en', signFirst: true },
  sara: { name: 'سارة محمد الخطيب', language: 'en', signFirst: true },
  wang: { name: '王思雨 한지민', language: 'en', signFirst: true },
  long: { name: 'Wilhelmina '.repeat(30).slice(0, 300).trim(), language: 'en', signFirst: true },
  /** Signs before the agency does. */
  first: { name: 'Elif Demir', language: 'en', signFirst: false },
} as const

export type Person = keyof typeof people

/** A signing page as the command wrote it. */
export interface MadePage {
  file: string
  /** The PDF in it. */
  pdf: Buffer
  data: SigningPageData
  answer: z.infer<typeof SigningPageResult>
}

export interface Agency {
  folders: TestFolders
  /** Makes the page for one person's contract, or for the client's. */
  makePage(whose: Person | 'client'): Promise<MadePage>
  verify(pdf: string): Promise<z.infer<typeof VerifyReport>>
  troupe(...args: string[]): Promise<unknown>
}

type Numbers = Map<Person | 'client', string>
let pattern: Promise<{ folders: Omit<TestFolders, 'remove'>; numbers: Numbers }> | undefined

/** A workspace with a contract for each person, signed by the agency where that comes first, and one for the client. It is made once in
 *  this process; each caller has a copy. */
export async function agencyWithContracts(): Promise<Agency> {
  pattern ??= makePattern()
  const { folders: made, numbers } = await pattern
  const folders = testFolders()
  cpSync(made.root, folders.root, { recursive: true })
  const troupe = async (...args: string[]): Promise<unknown> => {
    vi.stubEnv('TROUPE_CONFIG', folders.config)
    // A verdict that something is wrong ends with 1 and is still an answer.
    const { json } = await troupeHere([...args, '--workspace', folders.workspace, '--json'])
    vi.unstubAllEnvs()
    return json
  }
  return {
    folders,
    troupe,
    async makePage(whose) {
      const file = join(folders.root, `${whose}.html`)
      const answer = (await troupe('contracts', 'send-page', numbers.get(whose)!, '--out', file)) as MadePage['answer']
      return { file, answer, ...held(readFileSync(file, 'utf8')) }
    },
    verify: async (pdf) => (await troupe('contracts', 'verify', pdf)) as z.infer<typeof VerifyReport>,
  }
}

async function makePattern() {
  const root = join(inject('shared'), `agency-${process.pid}`)
  const folders = { root, workspace: join(root, 'workspace'), config: join(root, 'config') }
  const numbers: Numbers = new Map()
  await seedWorkspace(folders, async (call) => {
    const agency = { name: 'Harbour Lane', legalName: 'Harbour Lane GmbH', signerName: 'Mira Sommer', signerTitle: 'managing director' }
    const where = { address: 'Speicherstadt 4\n20457 Hamburg', governingLaw: 'Germany', email: 'mira@harbourlane.test' }
    await call.workspace.updateSettings({ changes: { currency: 'EUR', agency: { ...agency, ...where } } })
    const client = await call.clients.create({ name: 'Oat & Ember', billingAddress: '1 Mill Road, Bristol' })
    const campaign = await call.campaigns.create({ clientId: client.id, name: 'Spring breakfast', currency: 'EUR' })
    const reel = { platform: 'instagram', format: 'reel', quantity: 2, length: '30 s', dueOn: '2027-03-15' }
    await call.briefs.save({ campaignId: campaign.id, changes: { goal: 'Try the oats.', deliverables: [reel] } })
    for (const [who, { name, language, signFirst }] of Object.entries(people) as [Person, (typeof people)[Person]][]) {
      const { id: creatorId } = await call.creators.create({ name, email: `${who}@creators.test`, city: 'Lisboa', notes: 'Pays late' })
      const { added } = await call.campaigns.addCreators({ id: campaign.id, creatorIds: [creatorId] })
      const { ids, numbers: made } = await call.contracts.create({ collaborationIds: added, language })
      numbers.set(who, made[0]!)
      if (signFirst) await call.contracts.sign({ id: ids[0]!, signerName: 'Mira Sommer' })
    }
    const order = await call.contracts.create({ campaignIds: [campaign.id], templateId: 'insertion-order' })
    numbers.set('client', order.numbers[0]!)
  })
  return { folders, numbers }
}

function held(page: string): { pdf: Buffer; data: SigningPageData } {
  const inside = (id: string) => new RegExp(`<script type="[a-z/]+" id="${id}">([^<]*)</script>`).exec(page)?.[1] ?? ''
  return { pdf: Buffer.from(inside('pdf'), 'base64'), data: JSON.parse(inside('contract')) as SigningPageData }
}
