import { Page } from '../../frame/Page.tsx'

export function TodayPage() {
  return <Page title="Today">{null}</Page>
}
