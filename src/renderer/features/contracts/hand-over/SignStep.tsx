import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { SignaturePad, type Mark } from '../../../ui/signature/SignaturePad.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import type { Contract } from '../contract.ts'
import classes from './hand-over.module.css'

interface SignStepProps {
  contract: Contract
  identified: string
  onBack: () => void
}

/** The name, one pad, one sentence to agree to. */
export function SignStep({ contract: { id, counterparty }, identified, onBack }: SignStepProps) {
  const [name, setName] = useState(counterparty.role === 'creator' ? counterparty.name : '')
  const [mark, setMark] = useState<Mark | null>(null)
  const [agrees, setAgrees] = useState(false)
  const sign = useChange(client.contracts.countersign, { done: null, quiet: true })
  return (
    <form
      className={classes.signing}
      onSubmit={(event) => {
        event.preventDefault()
        if (mark && agrees) sign.mutate({ id, signerName: name, mark, identified })
      }}
    >
      <TextInput
        label="Your full name"
        classNames={{ input: classes.input, label: classes.label }}
        value={name}
        required
        maxLength={300}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <SignaturePad name={name} onMark={setMark} />
      <Checkbox
        size="md"
        classNames={{ label: classes.agree }}
        label={
          counterparty.role === 'client'
            ? `I may sign for ${counterparty.name}, and agree to sign this contract electronically.`
            : 'I agree to this contract, and to sign it electronically.'
        }
        checked={agrees}
        onChange={({ currentTarget }) => setAgrees(currentTarget.checked)}
      />
      <ProblemNote error={sign.error} />
      <div className={classes.buttons}>
        <Button className={classes.large} onClick={onBack}>
          Read again
        </Button>
        <Button
          type="submit"
          variant="filled"
          className={classes.large}
          disabled={!mark || !agrees || name.trim() === ''}
          loading={sign.isPending}
        >
          Sign contract
        </Button>
      </div>
    </form>
  )
}
