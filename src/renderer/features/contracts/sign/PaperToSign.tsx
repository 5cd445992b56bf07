import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { PdfView } from '../../../ui/pdf/PdfView.tsx'
import { ProblemState } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'

/** The PDF that is about to be signed: what stands there already, or, before anything was sent, the contract as it would be drawn. */
export function PaperToSign({ contract: { id, status, documents, number } }: { contract: Contract }) {
  const kinds = status === 'sent' ? ['rendered'] : ['signed', 'countersigned', 'returned']
  const newest = documents.findLast(({ kind }) => kinds.includes(kind))
  const isLive = newest === undefined
  const drawn = useQuery({ ...api.contracts.preview.queryOptions({ input: { id } }), enabled: isLive })
  const kept = useQuery({ ...api.contracts.document.queryOptions({ input: { documentId: newest?.id ?? '' } }), enabled: !isLive })
  const shown = isLive ? drawn : kept
  if (shown.error) return <ProblemState error={shown.error} what="The PDF could not be shown" onRetry={() => void shown.refetch()} />
  return <PdfView pdf={shown.data?.pdf} label={`Contract ${number}`} />
}
