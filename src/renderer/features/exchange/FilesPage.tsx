import { Page } from '../../frame/Page.tsx'
import { BackupPart } from './BackupPart.tsx'
import { CampaignExportPart } from './CampaignExportPart.tsx'
import { CampaignImportPart } from './CampaignImportPart.tsx'
import { CreatorListsPart } from './CreatorListsPart.tsx'
import classes from './files.module.css'
import { VerifyPart } from './VerifyPart.tsx'

/** Whatever comes in or goes out as a file. */
export function FilesPage() {
  return (
    <Page title="Files">
      <div className={classes.files}>
        <CreatorListsPart />
        <CampaignImportPart />
        <CampaignExportPart />
        <VerifyPart />
        <BackupPart />
      </div>
    </Page>
  )
}
