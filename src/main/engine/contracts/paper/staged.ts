import type { EngineContext } from '../../context.ts'
import type { StagedFile } from '../../files.ts'

/** Puts the bytes of a file on disk before the transaction that keeps it. */
export type Stage = (bytes: Uint8Array) => Promise<StagedFile>

/** Lets `work` put files on disk one by one as they are made, so that a selection needs neither the memory of all nor a long transaction.
 *  Where it fails, what it put there goes again. */
export async function withStagedFiles<Result>(
  { files, read, workspace }: Pick<EngineContext, 'files' | 'read' | 'workspace'>,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const staged: StagedFile[] = []
  try {
    return await work(async (bytes) => {
      const file = await files.stage(bytes)
      staged.push(file)
      return file
    })
  } catch (error) {
    // Behind the gate, because a transaction under way may be about to keep the very same file.
    await workspace.writer.gate.run(() => files.abandon(read, staged))
    throw error
  } finally {
    files.release(staged)
  }
}
