import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Page } from '../../frame/Page.tsx'
import { Answer } from '../../ui/states.tsx'
import { AboutPart } from './settings/AboutPart.tsx'
import { AgencyPart } from './settings/AgencyPart.tsx'
import { BenchmarksPart } from './settings/BenchmarksPart.tsx'
import { ContractsPart } from './settings/ContractsPart.tsx'
import { HistoryPart } from './settings/HistoryPart.tsx'
import { IdentitiesPart } from './settings/IdentitiesPart.tsx'
import classes from './settings/settings.module.css'
import { settingsTabs, tabWords } from './settings/settings-tabs.ts'
import { SignaturesPart } from './settings/SignaturesPart.tsx'
import { TiersPart } from './settings/TiersPart.tsx'
import { TimeStampPart } from './settings/TimeStampPart.tsx'
import { WindowPart } from './settings/WindowPart.tsx'

const route = getRouteApi('/settings')

/** The agency, its measures, the look of the window, and what was done. */
export function SettingsPage() {
  const { tab = 'agency' } = route.useSearch()
  const navigate = route.useNavigate()
  const settings = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }))
  const known = {
    data: settings.data && info.data && { settings: settings.data, info: info.data },
    error: settings.error ?? info.error,
    refetch: () => [settings.refetch(), info.refetch()],
  }
  const choose = (next: string | null) => void navigate({ search: { tab: settingsTabs.find((id) => id === next) }, replace: true })
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false} className={classes.root}>
      <Page
        title="Settings"
        tabs={
          <Tabs.List>
            {settingsTabs.map((id) => (
              <Tabs.Tab key={id} value={id}>
                {tabWords[id]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        }
      >
        <Answer query={known} what="The settings could not be read">
          {({ settings, info }) => (
            <>
              <Tabs.Panel value="agency" className={classes.part}>
                <AgencyPart settings={settings} workspaceName={info.name} />
              </Tabs.Panel>
              <Tabs.Panel value="tiers" className={classes.part}>
                <TiersPart settings={settings} />
              </Tabs.Panel>
              <Tabs.Panel value="benchmarks" className={classes.wide}>
                <BenchmarksPart settings={settings} />
              </Tabs.Panel>
              <Tabs.Panel value="contracts" className={classes.part}>
                <ContractsPart settings={settings} />
              </Tabs.Panel>
              <Tabs.Panel value="signatures" className={classes.part}>
                <IdentitiesPart />
                <SignaturesPart />
                <TimeStampPart settings={settings} />
              </Tabs.Panel>
              <Tabs.Panel value="window" className={classes.part}>
                <WindowPart />
              </Tabs.Panel>
              <Tabs.Panel value="history" className={classes.part}>
                <HistoryPart />
              </Tabs.Panel>
              <Tabs.Panel value="about" className={classes.part}>
                <AboutPart info={info} />
              </Tabs.Panel>
            </>
          )}
        </Answer>
      </Page>
    </Tabs>
  )
}
