import type { z } from 'zod'
import type { SignManyInput, SignManyResult } from '#src/shared/contract/contracts-signing.ts'
import type { TaskContext } from '../../context.ts'
import { pauses } from '../../db/next-turn.ts'
import type { OpenIdentity } from '../identities/keep.ts'
import { forContract, pressAll, type Sheet } from '../paper/press.ts'
import { putAway, withoutLogo } from '../paper/put-away.ts'
import { withStagedFiles, type Stage } from '../paper/staged.ts'
import { contractOf } from '../rows.ts'
import { keepSignature, type PaperToKeep } from './keep.ts'
import { prepareSignature, type Act } from './prepare.ts'
import { agencySigner, finishing, keepFirst, lastOf, signedOf } from './sign.ts'
import { markOf } from './signers.ts'
import type { Source } from './source.ts'
import { stampingFor } from './stamping.ts'

/** The agency signs a selection with one identity, opened once; one job with progress and cancel, all or none. Raises as `signContract`
 *  does, naming the contract. */
export async function signContracts(context: TaskContext, input: z.infer<typeof SignManyInput>): Promise<z.infer<typeof SignManyResult>> {
  const { signers, warnings } = await agencySigner(context, input)
  const mark = await markOf(context, input)
  const ids = [...new Set(input.ids)]
  return withStagedFiles(context, (stage) =>
    context.jobs.run(`Signing ${ids.length} contracts`, async (job) => {
      const signed = await pressAll(context.ports, job, ids, async (id) =>
        sheetToSign(context, { row: await contractOf(context.read, id), asked: input, mark }, signers, stage),
      )
      const summary = `${input.signerName} signed ${ids.length} contracts for the agency`
      const { result, entryId } = await context.transact({ summary }, async (db, _, entry) => {
        await keepFirst(db, signers)
        const kept = []
        const pause = pauses()
        for (const { act, toDraw, earlier, paper } of signed) {
          await pause()
          job.throwIfCancelled()
          kept.push(await keepSignature(context, db, entry, { act, source: { toDraw: toDraw(), signed: earlier } }, paper))
        }
        return kept
      })
      const told = result.flatMap((kept, at) => kept.warnings.map((warning) => `${signed[at]?.act.row.number}: ${warning}`))
      return { documentIds: result.map(({ documentId }) => documentId), warnings: [...warnings, ...told], entryId }
    }),
  )
}

interface Signed {
  act: Act
  toDraw(): Source['toDraw']
  /** Parties that had signed before. */
  earlier: Source['signed']
  paper: PaperToKeep
}

/** A contract the agency signs in a worker, its PDFs put on disk as soon as they are there. */
async function sheetToSign(
  context: TaskContext,
  given: Pick<Act, 'row' | 'asked' | 'mark'>,
  signers: readonly OpenIdentity[],
  stage: Stage,
): Promise<Sheet<Signed>> {
  const { number } = given.row
  return forContract(number, async () => {
    const stamping = await stampingFor(context)
    const { job, act, source } = await prepareSignature(context, { ...given, party: 'agency', signer: lastOf(signers), stamping })
    const finish = finishing(stamping, signers)
    const toDraw = putAway(source.toDraw && withoutLogo(source.toDraw))
    return {
      number,
      job,
      stamp: stamping?.stamp,
      async take(paper) {
        const { signed, drawn, before } = signedOf(paper)
        const files = {
          drawn: drawn && { ...drawn, bytes: await stage(drawn.bytes) },
          signed: await stage((await finish?.(signed)) ?? signed),
        }
        return { act, toDraw, earlier: source.signed, paper: { ...files, before } }
      },
    }
  })
}
