import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Page } from '../../frame/Page.tsx'
import { PdfView } from '../../ui/pdf/PdfView.tsx'
import { SignaturePad, type Mark } from '../../ui/signature/SignaturePad.tsx'
import { Answer, EmptyState, ProblemNote } from '../../ui/states.tsx'
import { nextSigner, type Contract } from './contract.ts'
import classes from './contracts.module.css'

const route = getRouteApi('/contracts/$contractId/sign')

/** One calm page: the document, the name, one pad. */
export function SignPage() {
  const { contractId } = route.useParams()
  const contract = useQuery(api.contracts.show.queryOptions({ input: { id: contractId } }))
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  return (
    <Page title={contract.data ? `Sign contract ${contract.data.number}` : 'Sign'} scrolls={false}>
      <Answer query={contract} what="The contract could not be read">
        {(data) => {
          const role = nextSigner(data.status)
          if (!role)
            return (
              <EmptyState
                title="Nothing to sign"
                action={
                  <Button renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId }} />}>
                    Open the contract
                  </Button>
                }
              >
                This contract is {data.status}.
              </EmptyState>
            )
          return settings.data ? (
            <SignForm
              key={role}
              contract={data}
              role={role}
              name={role === 'creator' ? data.counterparty.name : (settings.data.agency.signerName ?? '')}
            />
          ) : null
        }}
      </Answer>
    </Page>
  )
}

function SignForm({ contract, role, name: suggested }: { contract: Contract; role: 'agency' | 'creator'; name: string }) {
  const navigate = route.useNavigate()
  const [name, setName] = useState(suggested)
  const [mark, setMark] = useState<Mark | null>(null)
  const sign = useChange(role === 'agency' ? client.contracts.sign : client.contracts.countersign, {
    done: role === 'agency' ? 'Signed for the agency' : 'Signed by both sides',
    quiet: true,
    onDone: () => void navigate({ to: '/contracts/$contractId', params: { contractId: contract.id } }),
  })
  const blanks = contract.checks.filter(({ level }) => level === 'missing').length
  return (
    <form
      className={classes.sign}
      onSubmit={(event) => {
        event.preventDefault()
        if (mark) sign.mutate({ id: contract.id, signerName: name, mark })
      }}
    >
      <div className={classes.signDocument}>
        <ToSign contract={contract} />
      </div>
      <div className={classes.signForm}>
        <TextInput
          label={role === 'agency' ? 'Who signs for the agency' : 'Creator who signs'}
          value={name}
          required
          maxLength={300}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <SignaturePad name={name} onMark={setMark} />
        <p className={classes.clauseNote}>
          {role === 'agency'
            ? 'The PDF is drawn, signed with a certificate of this workspace, and kept.'
            : 'Read the contract on the left, then sign. Your signature is added to the agency’s and completes the contract.'}
          {role === 'agency' && blanks > 0 && ` ${blanks} ${blanks === 1 ? 'blank is' : 'blanks are'} still open.`}
        </p>
        <ProblemNote error={sign.error} />
        <div className={classes.signFoot}>
          <Button renderRoot={(props) => <Link {...props} to="/contracts/$contractId" params={{ contractId: contract.id }} />}>Back</Button>
          <Button type="submit" variant="filled" disabled={!mark || name.trim() === ''} loading={sign.isPending}>
            Sign contract
          </Button>
        </div>
      </div>
    </form>
  )
}

function ToSign({ contract: { id, status, documents, number } }: { contract: Contract }) {
  const isFirst = status !== 'signed by one'
  const documentId = documents.at(-1)?.id ?? ''
  const drawn = useQuery({ ...api.contracts.preview.queryOptions({ input: { id } }), enabled: isFirst })
  const kept = useQuery({ ...api.contracts.document.queryOptions({ input: { documentId } }), enabled: !isFirst && documentId !== '' })
  return <PdfView pdf={(isFirst ? drawn : kept).data?.pdf} label={`Contract ${number}`} />
}
