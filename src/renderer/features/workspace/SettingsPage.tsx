import { Page } from '../../frame/Page.tsx'

export function SettingsPage() {
  return <Page title="Settings">{null}</Page>
}
