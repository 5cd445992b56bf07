import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Answer } from '../../ui/states.tsx'
import type { Chosen } from './chosen.ts'
import { ProposalForm } from './ProposalForm.tsx'

/** A proposal for a client out of a selection or a shortlist: what it says on the left, how it looks on the right. */
export function ProposalDialog({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const draft = useQuery(api.reports.proposalDraft.queryOptions({ input: chosen }))
  return (
    <Dialog title="Proposal" onClose={onClose} width={1160}>
      <Answer query={draft} what="The selection could not be read">
        {(data) => <ProposalForm chosen={chosen} draft={data} />}
      </Answer>
    </Dialog>
  )
}
