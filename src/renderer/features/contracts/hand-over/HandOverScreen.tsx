import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../../api/client.ts'
import { Answer } from '../../../ui/states.tsx'
import { openRoles, type Contract } from '../contract.ts'
import { GiveBack } from './GiveBack.tsx'
import classes from './hand-over.module.css'
import { ReadStep } from './ReadStep.tsx'
import { SignStep } from './SignStep.tsx'

type Step = 'read' | 'sign' | 'stop'

/** All that somebody from outside sees: their contract, a pad, and a word of thanks. */
export default function HandOverScreen({ contractId, identified }: { contractId: string; identified: string }) {
  const contract = useQuery(api.contracts.show.queryOptions({ input: { id: contractId } }))
  useEffect(() => {
    document.title = 'Sign – Troupe'
  }, [])
  return (
    <main className={classes.screen} aria-label="Sign your contract">
      <Answer query={contract} what="The contract could not be read">
        {(data) => <Steps contract={data} identified={identified} />}
      </Answer>
      {contract.error !== null && <GiveBack isSigned={false} onBack={() => void contract.refetch()} />}
    </main>
  )
}

function Steps({ contract, identified }: { contract: Contract; identified: string }) {
  const [step, setStep] = useState<Step>('read')
  const isOpen = openRoles(contract).includes(contract.counterparty.role)
  if (!isOpen || step === 'stop')
    return <GiveBack isSigned={!isOpen} name={contract.counterparty.name} onBack={isOpen ? () => setStep('read') : undefined} />
  return (
    <>
      <header className={classes.head}>
        <h1 className={classes.title}>
          {step === 'read' ? `${contract.counterparty.name}, please read this contract` : 'Sign the contract'}
        </h1>
        <button type="button" className={classes.quiet} onClick={() => setStep('stop')}>
          I don’t want to sign now
        </button>
      </header>
      {step === 'read' ? (
        <ReadStep contract={contract} onRead={() => setStep('sign')} />
      ) : (
        <SignStep contract={contract} identified={identified} onBack={() => setStep('read')} />
      )}
    </>
  )
}
