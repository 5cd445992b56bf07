import { Button, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { Page } from '../../../frame/Page.tsx'
import { Section } from '../../../ui/fields.tsx'
import { counted } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/states.tsx'
import { useSelection } from '../../../ui/table/selection.ts'
import { CampaignChoice } from './CampaignChoice.tsx'
import classes from './compose.module.css'
import { CreatorChoice } from './CreatorChoice.tsx'
import { MakeFoot } from './MakeFoot.tsx'
import { TemplateChoice } from './TemplateChoice.tsx'
import { useLanguages } from './use-languages.ts'

const route = getRouteApi('/contracts/new')

/** Template first, because it says who is on the other side; then whom it is for, and how it is written. */
export function NewContractsPage() {
  const { campaignId } = route.useSearch()
  const navigate = route.useNavigate()
  const languages = useLanguages()
  const [language, setLanguage] = useState<string | null>(null)
  const [templateId, setTemplateId] = useState('paid-post')
  const [pageSize, setPageSize] = useState<'A4' | 'Letter'>('A4')
  const [draws, setDraws] = useState(false)
  const creators = useSelection()
  const campaigns = useSelection()
  const written = language ?? languages.usual
  const templates = useQuery(api.contracts.templates.queryOptions({ input: written ? { language: written } : {} }))
  const isForClient = templates.data?.find(({ id }) => id === templateId)?.counterparty === 'client'
  const chosen = isForClient ? campaigns : creators
  const make = useChange(client.contracts.create, {
    done: ({ ids }) => `${counted(ids.length, 'contract')} made`,
    quiet: true,
    onDone: ({ ids: [first, ...more] }) =>
      void (first && more.length === 0
        ? navigate({ to: '/contracts/$contractId', params: { contractId: first } })
        : navigate({ to: '/contracts', search: { campaignId: isForClient ? undefined : campaignId } })),
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const ids = [...chosen.ids]
    const whom = isForClient ? { campaignIds: ids } : { collaborationIds: ids }
    make.mutate({ ...whom, templateId, pageSize, draw: draws, ...(written ? { language: written } : {}) })
  }
  return (
    <Page title="New contract" scrolls={false}>
      <form className={classes.compose} onSubmit={submit}>
        <div className={classes.choices}>
          <div className={classes.column}>
            <TemplateChoice templates={templates} value={templateId} onChange={setTemplateId} />
            <Section title="How it is written">
              <div className={classes.ways}>
                <Select
                  label="Language"
                  className={classes.language}
                  value={written}
                  data={languages.known.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={setLanguage}
                />
                <div>
                  <span className={classes.label} id="page-size">
                    Page size
                  </span>
                  <SegmentedControl aria-labelledby="page-size" value={pageSize} onChange={setPageSize} data={['A4', 'Letter']} />
                </div>
              </div>
            </Section>
          </div>
          <div className={classes.column}>
            {isForClient ? (
              <CampaignChoice selection={campaigns} />
            ) : (
              <CreatorChoice
                campaignId={campaignId}
                selection={creators}
                onCampaign={(next) => {
                  creators.clear()
                  void navigate({ search: { campaignId: next ?? undefined }, replace: true })
                }}
              />
            )}
          </div>
        </div>
        <ProblemNote error={make.error} />
        <MakeFoot count={chosen.ids.size} draws={draws} onDraws={setDraws} isBusy={make.isPending}>
          <Button type="submit" variant="filled" disabled={chosen.ids.size === 0} loading={make.isPending}>
            {chosen.ids.size <= 1 ? 'Make contract' : `Make ${counted(chosen.ids.size, 'contract')}`}
          </Button>
        </MakeFoot>
      </form>
    </Page>
  )
}
