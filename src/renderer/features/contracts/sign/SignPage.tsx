import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Page } from '../../../frame/Page.tsx'
import { Answer, EmptyState } from '../../../ui/states.tsx'
import { openRoles, statusWord, type Contract } from '../contract.ts'
import { AgencySignForm } from './AgencySignForm.tsx'
import { HandOverForm } from './HandOverForm.tsx'
import { PaperToSign } from './PaperToSign.tsx'
import classes from './sign.module.css'

const route = getRouteApi('/contracts/$contractId/sign')

/** One calm page: the document, and who signs it. */
export function SignPage() {
  const { contractId } = route.useParams()
  const contract = useQuery(api.contracts.show.queryOptions({ input: { id: contractId } }))
  return (
    <Page title={contract.data ? `Sign contract ${contract.data.number}` : 'Sign'} scrolls={false}>
      <Answer query={contract} what="The contract could not be read">
        {(data) => <ToSign contract={data} />}
      </Answer>
    </Page>
  )
}

function ToSign({ contract }: { contract: Contract }) {
  const { role: wanted } = route.useSearch()
  const roles = openRoles(contract)
  const role = roles.find((one) => one === wanted) ?? roles[0]
  if (!role) return <NothingToSign contract={contract} />
  return (
    <div className={classes.sign}>
      <div className={classes.document}>
        <PaperToSign contract={contract} />
      </div>
      {role === 'agency' ? <AgencySignForm contract={contract} /> : <HandOverForm contract={contract} />}
    </div>
  )
}

function NothingToSign({ contract }: { contract: Contract }) {
  return (
    <EmptyState
      title="Nothing to sign"
      action={
        <Button
          variant="filled"
          renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId: contract.id }} />}
        >
          Open the contract
        </Button>
      }
    >
      {contract.status === 'internal approval'
        ? 'This contract waits for approval inside the agency.'
        : `This contract: ${statusWord(contract).toLowerCase()}.`}
    </EmptyState>
  )
}
