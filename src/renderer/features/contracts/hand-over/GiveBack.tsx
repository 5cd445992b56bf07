import { Button, PasswordInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useHandOver } from '../../../frame/hand-over.ts'
import classes from './hand-over.module.css'

interface GiveBackProps {
  isSigned: boolean
  name?: string
  /** Back to the contract, while it can still be signed. */
  onBack?: (() => void) | undefined
}

/** The end: thanks, and the code with which the agency takes its window back. */
export function GiveBack({ isSigned, name, onBack }: GiveBackProps) {
  const { handedOver, end } = useHandOver()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const leave = async (event: React.FormEvent) => {
    event.preventDefault()
    // Out of sight yet, wherever the address was taken to meanwhile.
    if (handedOver) await navigate({ to: '/contracts/$contractId', params: { contractId: handedOver.contractId } })
    if (!(await end(code))) setWrong(true)
  }
  return (
    <div className={classes.back}>
      <h1 className={classes.title}>{isSigned ? `Thank you${name ? `, ${name}` : ''}` : 'Nothing was signed'}</h1>
      <p className={classes.say}>
        {isSigned
          ? 'Your signature is on the contract, and the agency will send you a copy. Please give the computer back.'
          : 'Please give the computer back to the agency.'}
      </p>
      <form className={classes.unlock} onSubmit={(event) => void leave(event)}>
        <PasswordInput
          label="Code of the agency"
          description="The one that was chosen when the computer was handed over."
          classNames={{ innerInput: classes.input, label: classes.label }}
          value={code}
          autoComplete="off"
          error={isWrong ? 'That is not the code. Nothing was opened.' : undefined}
          onChange={({ currentTarget }) => {
            setCode(currentTarget.value)
            setWrong(false)
          }}
        />
        <div className={classes.buttons}>
          {onBack && (
            <Button className={classes.large} onClick={onBack}>
              Back to the contract
            </Button>
          )}
          <Button type="submit" variant="filled" className={classes.large} disabled={code.trim() === ''}>
            Back to Troupe
          </Button>
        </div>
      </form>
    </div>
  )
}
