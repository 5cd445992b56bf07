import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { enginePortMessage, shellChannels, wantEnginePortMessage, windowOrigin, type Shell, type ShellAnswer } from '#src/shared/shell.ts'

const shell: Shell = {
  kind: 'desktop',
  pickFile: ({ title, kinds }) => ask(shellChannels.pickFile, { title, kinds }),
  grantFile: (file) => ask(shellChannels.grantFile, { path: webUtils.getPathForFile(file) }),
  pickPlaceToSave: ({ title, name }) => ask(shellChannels.pickPlaceToSave, { title, name }),
  openWorkspace: (grant) => ask(shellChannels.openWorkspace, { grant }),
  handOver: (isHandedOver) => ask(shellChannels.handOver, { isHandedOver }),
  deliver: async () => undefined,
}

async function ask<Value>(channel: string, request: object): Promise<Value> {
  const answer = (await ipcRenderer.invoke(channel, request)) as ShellAnswer<Value>
  if ('value' in answer) return answer.value
  // oxlint-disable-next-line typescript/only-throw-error -- the bridge would take the code off an Error and change its message
  throw answer.error
}

contextBridge.exposeInMainWorld('troupeShell', shell)

window.addEventListener('message', ({ source, data }) => {
  if (source === window && data === wantEnginePortMessage) ipcRenderer.send(wantEnginePortMessage)
})
ipcRenderer.on(enginePortMessage, ({ ports }) => window.postMessage(enginePortMessage, windowOrigin, [...ports]))
