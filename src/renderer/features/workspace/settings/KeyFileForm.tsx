import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import { keepingInput, PassphraseChoice, type Keeping } from './PassphraseChoice.tsx'
import classes from './settings.module.css'

/** An identity that a person has already, out of a `.p12` or `.pfx` file. */
export function KeyFileForm({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [filePassphrase, setFilePassphrase] = useState('')
  const [keeping, setKeeping] = useState<Keeping>({ with: 'machine' })
  const passphrase = keepingInput(keeping)
  const take = useChange(client.identities.importKeyFile, { done: 'Signing identity imported', quiet: true, onDone: onClose })
  return (
    <form
      className={classes.asked}
      aria-label="Import a signing identity"
      onSubmit={(event) => {
        event.preventDefault()
        if (file && passphrase) take.mutate({ file: file.grant, filePassphrase, ...passphrase })
      }}
    >
      <FileDrop
        label={file?.name ?? 'Drop the .p12 or .pfx file here'}
        kinds={['p12', 'pfx']}
        verb={file ? 'Choose another' : 'Choose a file'}
        onFile={setFile}
      />
      <PasswordInput
        size="xs"
        label="Passphrase of the file"
        value={filePassphrase}
        autoComplete="off"
        onChange={({ currentTarget }) => setFilePassphrase(currentTarget.value)}
      />
      <PassphraseChoice value={keeping} onChange={setKeeping} />
      <ProblemNote error={take.error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={!file || passphrase === null} loading={take.isPending}>
          Import identity
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
