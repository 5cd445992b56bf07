import { tasks } from '../../os.ts'
import { exportCreators } from '../exporting/export-creators.ts'
import { importCreators, previewImport } from './import-creators.ts'

/** The part of `creators` that reads and writes lists. */
export const importing = {
  importPreview: tasks.creators.importPreview.handler(({ input, context }) => previewImport(context, input)),
  import: tasks.creators.import.handler(({ input, context }) => importCreators(context, input)),
  export: tasks.creators.export.handler(({ input, context }) => exportCreators(context, input)),
}
