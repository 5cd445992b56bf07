import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { client } from '../../../api/client.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { LoadingLines, ProblemNote } from '../../../ui/states.tsx'
import { ReturnResult } from '../signing/ReturnResult.tsx'
import { useChecking } from './checking.ts'
import { VerifyResult } from './VerifyResult.tsx'
import classes from './verify.module.css'

const route = getRouteApi('/contracts/check')

/** Any PDF beside the list: who signed it, whether it is still what they signed, and, if it is one of ours, a way to take it in. */
export function CheckPanel() {
  const navigate = route.useNavigate()
  const { file, report, problem, isBusy, check, clear } = useChecking()
  const takeIn = useMutation({ mutationFn: (grant: string) => client.contracts.importSigned({ file: grant }) })
  const close = () => {
    clear()
    void navigate({ to: '/contracts' })
  }
  const isTaken = takeIn.data !== undefined && takeIn.variables === file?.grant
  return (
    <Panel
      label="Check a PDF"
      header={<h2 className={classes.panelTitle}>Check a PDF</h2>}
      onClose={close}
      footer={
        file &&
        report &&
        report.status !== 'unsigned' &&
        !isTaken && (
          <div className={classes.takeIn}>
            <span className={classes.soft}>Sent back by the other side of a contract?</span>
            <Button loading={takeIn.isPending} onClick={() => takeIn.mutate(file.grant)}>
              Take it in
            </Button>
          </div>
        )
      }
    >
      <div className={classes.panel}>
        <FileDrop
          label="Drop any PDF here"
          hint="It is only read; nothing is kept"
          kinds={['pdf']}
          isBusy={isBusy}
          onFile={(next) => {
            takeIn.reset()
            void check(next)
          }}
        />
        <div role="status" className={classes.panel}>
          {isBusy && <LoadingLines lines={4} />}
          <ProblemNote error={problem ?? takeIn.error} />
          {isTaken && takeIn.data ? (
            <ReturnResult result={takeIn.data} />
          ) : (
            report && file && <VerifyResult report={report} name={file.name} linksContract />
          )}
        </div>
      </div>
    </Panel>
  )
}
