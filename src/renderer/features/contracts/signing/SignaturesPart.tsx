import type { Contract } from '../contract.ts'
import { openRoles } from '../contract.ts'
import { ReturnedPart } from './ReturnedPart.tsx'
import { SendPart } from './SendPart.tsx'
import { SignatureList } from './SignatureList.tsx'

/** Who has signed and how, what goes to the other side, and what came back. */
export function SignaturesPart({ contract }: { contract: Contract }) {
  const { status, signatures, counterparty } = contract
  const otherSigned = signatures.some(({ role }) => role === counterparty.role)
  const canSend = !otherSigned && ['draft', 'sent', 'signed by one'].includes(status)
  const canReturn = openRoles(contract).length > 0 && status !== 'draft'
  return (
    <>
      <SignatureList contract={contract} />
      {canSend && <SendPart contract={contract} />}
      {canReturn && <ReturnedPart contract={contract} />}
    </>
  )
}
