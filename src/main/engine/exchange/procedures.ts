import { tasks } from '../os.ts'
import { exportCampaign } from './export/export-campaign.ts'
import { importCampaign } from './import/import-campaign.ts'

export const exchange = {
  exportCampaign: tasks.exchange.exportCampaign.handler(({ input, context }) => exportCampaign(context, input)),
  importCampaign: tasks.exchange.importCampaign.handler(({ input, context }) => importCampaign(context, input)),
}
