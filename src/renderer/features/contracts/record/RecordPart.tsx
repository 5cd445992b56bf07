import type { Contract } from '../contract.ts'
import { DocumentList } from './DocumentList.tsx'
import { TrailList } from './TrailList.tsx'

/** What was kept of a contract and what happened to it. */
export function RecordPart({ contract }: { contract: Contract }) {
  return (
    <>
      <DocumentList contract={contract} />
      <TrailList contract={contract} />
    </>
  )
}
