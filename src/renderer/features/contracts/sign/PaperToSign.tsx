import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { PdfView } from '../../../ui/pdf/PdfView.tsx'
import { ProblemState } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'

/** The PDF that is about to be signed: what stands there already, or, before anything was sent, the contract as it would be drawn. */
export function PaperToSign({ contract: { id, status, documents, number } }: { contract: Contract }) {
  const newest = status === 'draft' ? undefined : documents.findLast(({ stands }) => stands)
  const isLive = newest === undefined
  const preview = useQuery({ ...api.contracts.preview.queryOptions({ input: { id } }), enabled: isLive })
  const kept = useQuery({ ...api.contracts.document.queryOptions({ input: { documentId: newest?.id ?? '' } }), enabled: !isLive })
  const shown = isLive ? preview : kept
  if (shown.error) return <ProblemState error={shown.error} what="The PDF could not be shown" onRetry={() => void shown.refetch()} />
  return <PdfView pdf={shown.data?.pdf} label={`Contract ${number}`} />
}
