import { smallAgency } from '#tests/support/thread.ts'
import { testWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { expect } from 'vitest'

export type Agency = Awaited<ReturnType<typeof agencyWithDraft>>

/** A small agency with one campaign of two creators and a draft for each. */
export async function agencyWithDraft(
  made: Partial<Parameters<TestWorkspace['call']['contracts']['create']>[0]> = {},
  today = '2026-11-21',
) {
  const workspace = await testWorkspace({ today })
  const agency = await smallAgency(workspace)
  const { ids } = await workspace.call.contracts.create({ collaborationIds: agency.collaborationIds, ...made })
  return { ...workspace, ...agency, ids, id: ids[0] as string, otherId: ids[1] as string, first: agency.collaborationIds[0] as string }
}

/** Signs for both sides. */
export async function signByBoth({ call }: Pick<TestWorkspace, 'call'>, id: string): Promise<string[]> {
  const { warnings } = await call.contracts.sign({ id, signerName: 'Mira Sommer' })
  const complete = await call.contracts.countersign({ id, signerName: 'Ana Martins' })
  expect(complete.status).toBe('signed by all')
  return [...warnings, ...complete.warnings]
}

/** The whole text of a contract as it stands. */
export async function textOf({ call }: Pick<TestWorkspace, 'call'>, id: string): Promise<string> {
  return (await call.contracts.words({ id })).flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join('\n')
}

/** The steps of a contract's trail. */
export async function stepsOf({ engine }: Pick<TestWorkspace, 'engine'>, id: string): Promise<string[]> {
  const rows = await engine
    .contextFor('test')
    .read.selectFrom('contract_event')
    .select('kind')
    .where('contract_id', '=', id)
    .orderBy('sequence')
    .execute()
  return rows.map(({ kind }) => kind)
}
