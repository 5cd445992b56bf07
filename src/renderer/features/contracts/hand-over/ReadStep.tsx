import { Button } from '@mantine/core'
import type { Contract } from '../contract.ts'
import { PaperToSign } from '../sign/PaperToSign.tsx'
import classes from './hand-over.module.css'

/** The whole contract, large, and one way on. */
export function ReadStep({ contract, onRead }: { contract: Contract; onRead: () => void }) {
  return (
    <>
      <div className={classes.paper}>
        <PaperToSign contract={contract} />
      </div>
      <footer className={classes.foot}>
        <span className={classes.say}>Take your time. Ask about anything that is not clear.</span>
        <Button variant="filled" className={classes.large} onClick={onRead}>
          I have read the contract
        </Button>
      </footer>
    </>
  )
}
