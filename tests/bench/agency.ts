import { join } from 'node:path'
import { keyFileSecrets } from '#src/main/doors/key-file-secrets.ts'
import { nodePorts } from '#src/main/doors/node-ports.ts'
import { openEngine, type Engine } from '#src/main/engine/engine.ts'
import { harbourLane } from '#tests/support/thread.ts'
import { seededRandom } from './random.ts'
import { syllables } from './roster-data.ts'

/** An agency with one campaign, opened as the desktop opens it. */
export interface Agency {
  engine: Engine
  call: ReturnType<Engine['client']>
  /** One for each creator of the campaign, with a fee agreed. */
  collaborationIds: string[]
  close(): Promise<void>
}

/** An agency in an empty folder, with a campaign of so many creators. */
export async function makeAgency(folder: string, creators: number): Promise<Agency> {
  const engine = await openAgency(folder, true)
  const call = engine.client('bench')
  await call.workspace.updateSettings({
    changes: {
      currency: 'EUR',
      agency: harbourLane,
    },
  })
  const { id: clientId } = await call.clients.create({ name: 'Oat & Ember', billingAddress: '1 Mill Road, Bristol' })
  const { id } = await call.campaigns.create({
    clientId,
    name: 'Spring breakfast',
    startsOn: '2027-03-01',
    endsOn: '2027-04-30',
    budgetMinor: 50_000_000,
    currency: 'EUR',
  })
  await call.briefs.save({
    campaignId: id,
    changes: {
      goal: 'Try the oats at breakfast.',
      keyMessages: ['Ready in three minutes'],
      hashtags: ['#slowbreakfast'],
      mentions: ['@oatandember'],
      usageMonths: 6,
      exclusivityDays: 30,
      paymentDays: 14,
      deliverables: [{ platform: 'instagram', format: 'reel', quantity: 1, length: '30 s', dueOn: '2027-03-15' }],
      disclosure: '#ad first in the caption',
    },
  })
  const { added } = await call.campaigns.addCreators({ id, creatorIds: await makeCreators(call, creators) })
  const fee = { amountMinor: 50_000, currency: 'EUR' }
  await call.campaigns.updateCollaborations({ ids: added, changes: { compensation: { model: 'flat fee', fee } } })
  return { engine, call, collaborationIds: added, close: () => engine.close() }
}

/** The engine of the workspace in `folder`. */
export async function openAgency(folder: string, create = false): Promise<Engine> {
  const ports = nodePorts({ appVersion: 'bench', secrets: keyFileSecrets(join(folder, 'sealing.key')) })
  return openEngine({ folder: join(folder, 'workspace'), create, ports })
}

async function makeCreators(call: Agency['call'], count: number): Promise<string[]> {
  const random = seededRandom(7)
  const word = () => {
    const text = random.pick(syllables) + random.pick(syllables) + random.pick(syllables)
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const name = `${word()} ${word()}`
    const { id } = await call.creators.create({
      name,
      country: 'Portugal',
      city: 'Lisboa',
      email: `creator${i}@mail.example`,
      address: `Rua das Flores ${i + 1}`,
      accounts: [{ platform: 'instagram', handle: `creator${i}` }],
    })
    ids.push(id)
  }
  return ids
}
