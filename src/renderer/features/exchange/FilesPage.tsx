import { Page } from '../../frame/Page.tsx'

export function FilesPage() {
  return <Page title="Files">{null}</Page>
}
