import { mutations, queries, tasks } from '../os.ts'
import { backUp } from './backup.ts'
import { checkOpenWorkspace } from './check-in-worker.ts'
import { showHistory, undo } from './history.ts'
import { showInfo } from './info.ts'
import { readLogo, setLogo } from './logo.ts'
import { benchmarkSets, platformsOf, tierSets } from './reference.ts'
import { restoreBeside } from './restore-beside.ts'
import { settingsOf, updateSettings } from './settings.ts'
import { showToday } from './today/today.ts'

export const workspace = {
  info: queries.workspace.info.handler(({ context }) => showInfo(context)),
  settings: queries.workspace.settings.handler(({ context }) => settingsOf(context.read)),
  updateSettings: mutations.workspace.updateSettings.handler(({ input, context }) => updateSettings(context, input)),
  setLogo: tasks.workspace.setLogo.handler(({ input, context }) => setLogo(context, input.file)),
  logo: queries.workspace.logo.handler(({ context }) => readLogo(context)),
  tierSets: queries.workspace.tierSets.handler(() => tierSets()),
  benchmarkSets: queries.workspace.benchmarkSets.handler(() => benchmarkSets()),
  platforms: queries.workspace.platforms.handler(({ context }) => platformsOf(context.read)),
  today: queries.workspace.today.handler(({ input, context }) => showToday(context.read, input.on ?? context.ports.clock.today())),
  history: queries.workspace.history.handler(({ input, context }) => showHistory(context.read, input)),
  undo: mutations.workspace.undo.handler(({ input, context }) => undo(context, input.entryId)),
  backup: tasks.workspace.backup.handler(({ input, context }) => backUp(context, input.file)),
  restore: tasks.workspace.restore.handler(({ input, context }) => restoreBeside(context, input.file)),
  check: tasks.workspace.check.handler(({ context }) => checkOpenWorkspace(context)),
  jobs: queries.workspace.jobs.handler(({ context }) => context.jobs.list()),
  cancelJob: queries.workspace.cancelJob.handler(({ input, context }) => ({ cancelled: context.jobs.cancel(input.id) })),
}
