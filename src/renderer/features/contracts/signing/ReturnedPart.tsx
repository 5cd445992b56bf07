import { useMutation } from '@tanstack/react-query'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../../api/client.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Section } from '../../../ui/fields.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import { ReturnResult } from './ReturnResult.tsx'
import { ScanForm } from './ScanForm.tsx'

/** Takes in what the other side sent back: a signed PDF, or the scan of a paper. */
export function ReturnedPart({ contract }: { contract: Contract }) {
  const take = useMutation({
    mutationFn: (file: GrantedFile) => client.contracts.importSigned({ file: file.grant, contractId: contract.id }),
  })
  return (
    <Section
      title="What came back"
      note="The file is compared with what was sent, page by page, and its signatures are checked. Whatever the verdict, it is kept."
    >
      <FileDrop
        label="Drop the signed PDF here"
        hint="From the signing page, or signed with their own tool"
        kinds={['pdf']}
        isBusy={take.isPending}
        onFile={(file) => take.mutate(file)}
      />
      <ProblemNote error={take.error} />
      {take.data && <ReturnResult result={take.data} shownContract={contract.id} />}
      <ScanForm contract={contract} />
    </Section>
  )
}
