import { Page } from '../../frame/Page.tsx'

export function ImportPage() {
  return <Page title="Import creators">{null}</Page>
}
