import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { useSave } from '../../../api/use-save.ts'
import { useChange } from '../../../api/use-change.ts'
import { BlobImage } from '../../../ui/BlobImage.tsx'
import { PdfView } from '../../../ui/pdf/PdfView.tsx'
import { formatDay } from '../../../ui/format.ts'
import { ProblemState } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import { documentWord, isPicture } from '../documents.ts'
import { VerdictLine } from '../verify/VerdictLine.tsx'
import classes from './page.module.css'

const live = 'live'

/** The PDF: as it would be drawn now, or one of the versions that were kept. */
export function ContractPaper({ contract }: { contract: Contract }) {
  const { id, documents, status, number } = contract
  const newest = documents.findLast(({ stands }) => stands) ?? documents.at(-1)
  const isOpen = status === 'draft' || status === 'internal approval' || status === 'sent'
  const [chosen, setChosen] = useState<string | null>(null)
  const version =
    chosen && (chosen === live || documents.some(({ id: kept }) => kept === chosen)) ? chosen : isOpen || !newest ? live : newest.id
  const preview = useQuery({
    ...api.contracts.preview.queryOptions({ input: { id } }),
    enabled: version === live,
    placeholderData: keepPreviousData,
  })
  const kept = useQuery({ ...api.contracts.document.queryOptions({ input: { documentId: version } }), enabled: version !== live })
  const shown = version === live ? preview : kept
  const document = documents.find((candidate) => candidate.id === version)
  const draw = useChange(client.contracts.render, {
    done: `Contract ${number} drawn and kept`,
    onDone: ({ documentIds: [first] }) => setChosen(first ?? null),
  })
  const save = useSave<{ fileName: string }>()
  return (
    <section className={classes.paper} aria-label="The PDF">
      <div className={classes.paperHead}>
        <Select
          aria-label="Version"
          w={230}
          value={version}
          onChange={setChosen}
          data={[
            ...(isOpen || !newest ? [{ value: live, label: 'As it stands now' }] : []),
            ...documents
              .toReversed()

              .map(({ id: value, kind, createdAt }) => ({ value, label: `${documentWord(kind)}, ${formatDay(createdAt.slice(0, 10))}` })),
          ]}
        />
        {version === live ? (
          <Button loading={draw.isPending} onClick={() => draw.mutate({ ids: [id] })}>
            Keep this version
          </Button>
        ) : (
          document && (
            <Button
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  title: `Save contract ${number}`,
                  name: document.name,
                  write: (file) => client.contracts.saveDocument({ documentId: version, file }),
                  done: (_, name) => `Saved as ${name}`,
                })
              }
            >
              Save PDF
            </Button>
          )
        )}
      </div>
      {document && document.kind !== 'rendered' && document.kind !== 'scan' && <VerdictLine key={document.id} documentId={document.id} />}
      <div className={classes.paperBody}>
        {shown.error ? (
          <ProblemState error={shown.error} what="The PDF could not be drawn" onRetry={() => void shown.refetch()} />
        ) : (
          <Paper pdf={shown.data?.pdf} label={`Contract ${number}`} name={document?.name ?? ''} />
        )}
      </div>
    </section>
  )
}

/** A scan may be a picture. */
function Paper({ pdf, label, name }: { pdf: Blob | undefined; label: string; name: string }) {
  return pdf && isPicture(name) ? (
    <div className={classes.picture}>
      <BlobImage blob={pdf} alt={`Scan: ${label}`} />
    </div>
  ) : (
    <PdfView pdf={pdf} label={label} />
  )
}
