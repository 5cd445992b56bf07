import { useState } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { Page } from '../../frame/Page.tsx'
import { ImportDesk } from './ImportDesk.tsx'
import { ImportStart } from './ImportStart.tsx'
import { ImportSteps } from './ImportSteps.tsx'

/** Creators from a file: four steps beside a preview that stays. */
export function ImportPage() {
  const [file, setFile] = useState<GrantedFile | null>(null)
  if (!file) {
    return (
      <Page title="Import creators" tabs={<ImportSteps at="file" />}>
        <ImportStart onFile={setFile} />
      </Page>
    )
  }
  return <ImportDesk key={file.grant} file={file} onFile={setFile} onAnother={() => setFile(null)} />
}
