import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { shell } from '../../../api/client.ts'
import { today } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import { DateField } from '../../campaigns/DateField.tsx'
import type { Contract } from '../contract.ts'
import classes from './signing.module.css'

/** For a contract that was signed on paper: the scan, and what it cannot say itself. */
export function ScanForm({ contract: { id, number, counterparty } }: { contract: Contract }) {
  const [isOpen, setOpen] = useState(false)
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [signedOn, setSignedOn] = useState<string | null>(today())
  const [by, setBy] = useState(counterparty.name)
  const [agencyBy, setAgencyBy] = useState('')
  const pick = useMutation({
    mutationFn: () => shell.pickFile({ title: `Scan of contract ${number}`, kinds: ['pdf', 'png', 'jpg', 'jpeg'] }),
    onSuccess: (picked) => picked && setFile(picked),
  })
  const attach = useChange(client.contracts.attachScan, {
    done: ({ message }) => message,
    quiet: true,
    onDone: () => setOpen(false),
  })
  if (!isOpen)
    return (
      <Button variant="subtle" size="compact-sm" className={classes.begin} onClick={() => setOpen(true)}>
        Signed on paper? Attach a scan
      </Button>
    )
  return (
    <form
      className={classes.scan}
      aria-label="Attach a scan"
      onSubmit={(event) => {
        event.preventDefault()
        if (file && signedOn) attach.mutate({ id, file: file.grant, signedOn, by, ...(agencyBy.trim() ? { agencyBy } : {}) })
      }}
    >
      <div className={classes.row}>
        <Button loading={pick.isPending} onClick={() => pick.mutate()}>
          {file ? 'Choose another file' : 'Choose the scan'}
        </Button>
        <span className={classes.soft}>{file?.name ?? 'PDF, JPEG or PNG'}</span>
      </div>
      <DateField label="Signed on" value={signedOn} latest={today()} isRequired onChange={setSignedOn} />
      <TextInput
        label={`Who signed for the ${counterparty.role === 'creator' ? 'creator' : 'client'}`}
        value={by}
        required
        maxLength={300}
        onChange={({ currentTarget }) => setBy(currentTarget.value)}
      />
      <TextInput
        label="Who signed the same paper for the agency"
        placeholder="Nobody yet"
        value={agencyBy}
        maxLength={300}
        onChange={({ currentTarget }) => setAgencyBy(currentTarget.value)}
      />
      <p className={classes.soft}>A scan proves nothing by itself: it is kept and marked as a scan. Keep the paper.</p>
      <ProblemNote error={pick.error ?? attach.error} />
      <div className={classes.row}>
        <Button type="submit" variant="filled" disabled={!file || !signedOn || by.trim() === ''} loading={attach.isPending}>
          Attach scan
        </Button>
        <Button onClick={() => setOpen(false)}>Cancel</Button>
      </div>
    </form>
  )
}
