import { tasks } from '../../os.ts'
import { importCreators, previewImport } from './import-creators.ts'

/** The part of `creators` that reads lists. */
export const importing = {
  importPreview: tasks.creators.importPreview.handler(({ input, context }) => previewImport(context, input)),
  import: tasks.creators.import.handler(({ input, context }) => importCreators(context, input)),
}
