import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Page } from '../../../frame/Page.tsx'
import { Answer } from '../../../ui/states.tsx'
import { ClauseList } from '../clauses/ClauseList.tsx'
import { canEdit, type Contract } from '../contract.ts'
import { contractParts, partWords } from '../contract-parts.ts'
import { DutiesPart } from '../duties/DutiesPart.tsx'
import { FieldList } from '../fields/FieldList.tsx'
import { RecordPart } from '../record/RecordPart.tsx'
import { ChangesPart } from '../redline/ChangesPart.tsx'
import { SignaturesPart } from '../signing/SignaturesPart.tsx'
import { Checks } from './Checks.tsx'
import { ContractActions } from './ContractActions.tsx'
import { ContractPaper } from './ContractPaper.tsx'
import classes from './page.module.css'
import { StatusMenu } from './StatusMenu.tsx'

const route = getRouteApi('/contracts/$contractId')

/** One contract: what it says and what becomes of it on the left, the PDF on the right. */
export function ContractPage() {
  const { contractId } = route.useParams()
  const contract = useQuery(api.contracts.show.queryOptions({ input: { id: contractId } }))
  const shown = contract.data
  return (
    <Page
      title={shown ? `Contract ${shown.number}` : 'Contract'}
      scrolls={false}
      tabs={shown && <StatusMenu contract={shown} />}
      actions={shown && <ContractActions contract={shown} />}
    >
      <Answer query={contract} what="The contract could not be read">
        {(data) => (
          <div className={classes.split}>
            <Parts key={data.id} contract={data} />
            <ContractPaper key={`paper ${data.id}`} contract={data} />
          </div>
        )}
      </Answer>
    </Page>
  )
}

function Parts({ contract }: { contract: Contract }) {
  const { part = 'terms' } = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (next: string | null) =>
    void navigate({ search: { part: contractParts.find((id) => id === next && id !== 'terms') }, replace: true })
  return (
    <Tabs value={part} onChange={choose} keepMounted={false} className={classes.parts}>
      <p className={classes.about} title={`${contract.counterparty.name}, ${contract.campaignName}`}>
        <b>{contract.counterparty.name}</b> {contract.campaignName}
      </p>
      <Tabs.List className={classes.tabs}>
        {contractParts.map((id) => (
          <Tabs.Tab key={id} value={id}>
            {partWords[id]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="terms" className={classes.part}>
        {canEdit(contract) && <Checks contract={contract} />}
        <FieldList contract={contract} />
        <ClauseList contract={contract} />
      </Tabs.Panel>
      <Tabs.Panel value="signing" className={classes.part}>
        <SignaturesPart contract={contract} />
      </Tabs.Panel>
      <Tabs.Panel value="changes" className={classes.part}>
        <ChangesPart contract={contract} />
      </Tabs.Panel>
      <Tabs.Panel value="duties" className={classes.part}>
        <DutiesPart contract={contract} />
      </Tabs.Panel>
      <Tabs.Panel value="record" className={classes.part}>
        <RecordPart contract={contract} />
      </Tabs.Panel>
    </Tabs>
  )
}
