import { useState } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { Page } from '../../frame/Page.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { AdvocatesFound } from './AdvocatesFound.tsx'
import classes from './match.module.css'
import { MatchTabs } from './MatchTabs.tsx'

const kinds = ['csv', 'tsv', 'txt', 'xlsx'] as const

/** Who of a client's customers, or of those who mention it, is a creator. */
export function AdvocatesPage() {
  const [file, setFile] = useState<GrantedFile | null>(null)
  if (file) return <AdvocatesFound key={file.grant} file={file} onAnother={() => setFile(null)} />
  return (
    <Page title="Match" tabs={<MatchTabs />}>
      <div className={classes.start}>
        <FileDrop
          label="Drop a customer list or an export of mentions here"
          hint="CSV, TSV or XLSX: e-mail addresses, names, handles, post links or texts"
          kinds={kinds}
          isLarge
          onFile={setFile}
        />
        <ul className={classes.promises}>
          <li>
            Creators on your roster are recognised by e-mail address, then by handle, then by name and place; each says how sure that is.
          </li>
          <li>Handles that nobody on the roster has are counted, with followers and what they said.</li>
          <li>Nothing of the file is kept. Only whom you choose goes on the roster.</li>
        </ul>
      </div>
    </Page>
  )
}
