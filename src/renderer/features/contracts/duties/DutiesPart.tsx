import type { Contract } from '../contract.ts'
import { ObligationList } from './ObligationList.tsx'
import { TermPart } from './TermPart.tsx'

/** What follows from the contract: how long it lasts, when somebody is reminded of its end, and what is due from whom. */
export function DutiesPart({ contract }: { contract: Contract }) {
  return (
    <>
      <TermPart contract={contract} />
      <ObligationList contract={contract} />
    </>
  )
}
