import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Page } from '../../frame/Page.tsx'
import { confirm } from '../../ui/confirm.tsx'
import { Answer } from '../../ui/states.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { ClauseList } from './ClauseList.tsx'
import { Checks } from './Checks.tsx'
import { nextSigner, statusLook, type Contract } from './contract.ts'
import { ContractPaper } from './ContractPaper.tsx'
import { FieldList } from './FieldList.tsx'
import classes from './contracts.module.css'

const route = getRouteApi('/contracts/$contractId')

/** One contract: its fields and clauses on the left, the PDF as it stands on the right. */
export function ContractPage() {
  const { contractId } = route.useParams()
  const contract = useQuery(api.contracts.show.queryOptions({ input: { id: contractId } }))
  const shown = contract.data
  const name = shown ? `Contract ${shown.number}` : 'Contract'
  return (
    <Page
      title={name}
      scrolls={false}
      tabs={
        shown && (
          <div className={classes.about}>
            <StatusDot tone={statusLook(shown.status).tone}>{statusLook(shown.status).word}</StatusDot>
            <span className={classes.source}>
              {shown.creatorName}, {shown.campaignName}
            </span>
          </div>
        )
      }
      actions={shown && <Actions contract={shown} />}
    >
      <Answer query={contract} what="The contract could not be read">
        {(data) => (
          <div className={classes.split}>
            <div className={classes.form}>
              <Checks checks={data.status === 'draft' ? data.checks : []} />
              <FieldList contract={data} />
              <ClauseList contract={data} />
            </div>
            <ContractPaper contract={data} />
          </div>
        )}
      </Answer>
    </Page>
  )
}

function Actions({ contract: { id, status, number, campaignId } }: { contract: Contract }) {
  const mark = useChange(client.contracts.setStatus, { done: (_, { status: next }) => `Contract ${number} marked as ${next}` })
  const signer = nextSigner(status)
  const terminate = async () => {
    if (
      await confirm({
        title: `Terminate contract ${number}`,
        message: 'A terminated contract stays on file and can no longer be signed. Talk first; document why.',
        verb: 'Terminate contract',
        isDangerous: true,
      })
    )
      mark.mutate({ ids: [id], status: 'terminated' })
  }
  return (
    <>
      <Button renderRoot={(props) => <Link {...props} to="/contracts" search={{ campaignId }} />}>All of this campaign</Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button>Mark as</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={status !== 'draft'} onClick={() => mark.mutate({ ids: [id], status: 'sent' })}>
            Sent
          </Menu.Item>
          <Menu.Item disabled={status !== 'sent' && status !== 'declined'} onClick={() => mark.mutate({ ids: [id], status: 'draft' })}>
            Draft again
          </Menu.Item>
          <Menu.Item
            disabled={status === 'signed by all' || status === 'terminated'}
            onClick={() => mark.mutate({ ids: [id], status: 'declined' })}
          >
            Declined
          </Menu.Item>
          <Menu.Item disabled={status === 'draft' || status === 'terminated' || status === 'declined'} onClick={() => void terminate()}>
            Terminated
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {signer && (
        <Button variant="filled" renderRoot={(props) => <Link {...props} to="/contracts/$contractId/sign" params={{ contractId: id }} />}>
          {signer === 'agency' ? 'Sign for the agency' : 'Let the creator sign'}
        </Button>
      )}
    </>
  )
}
