import { dialog, ipcMain, type BrowserWindow } from 'electron'
import { basename, isAbsolute } from 'node:path'
import { z } from 'zod'
import { shellChannels, type GrantedFile, type GrantedPlace, type ShellAnswer } from '#src/shared/shell.ts'
import type { EngineHost } from './engine-host.ts'
import { inWords } from './in-words.ts'
import { senderWindow } from './sender.ts'

const requests = {
  pickFile: z.object({ title: z.string().max(200), kinds: z.array(z.string().regex(/^\w{1,10}$/)).max(20) }),
  grantFile: z.object({ path: z.string().max(32_768).refine(isAbsolute, 'Choose a file that lies on this computer.') }),
  pickPlaceToSave: z.object({ title: z.string().max(200), name: z.string().min(1).max(200) }),
  openWorkspace: z.object({ grant: z.string().max(100) }),
  handOver: z.object({ isHandedOver: z.boolean() }),
}

type Request<Name extends keyof typeof requests> = z.infer<(typeof requests)[Name]>
type Run<Name extends keyof typeof requests> = (request: Request<Name>, window: BrowserWindow) => Promise<unknown>

interface Doing {
  openWorkspace(folder: string): void
  handOver(isHandedOver: boolean): void
}

/** Answers everything that the window may ask of the main process. Every call's sender and content are checked here, and nowhere else. */
export function answerWindow(host: EngineHost, { openWorkspace, handOver }: Doing): void {
  answer('pickFile', (request, window) => pickFile(host, request, window))
  answer('grantFile', ({ path }) => host.ask('grantToRead', { path }))
  answer('pickPlaceToSave', (request, window) => pickPlaceToSave(host, request, window))
  answer('openWorkspace', async ({ grant }) => {
    // Not awaited: the window is loaded anew, and nobody waits for the answer by then.
    openWorkspace((await host.ask('grantedWorkspace', { grant })).folder)
  })
  answer('handOver', async ({ isHandedOver }) => handOver(isHandedOver))
}

function answer<Name extends keyof typeof requests>(name: Name, run: Run<Name>): void {
  ipcMain.handle(shellChannels[name], async (event, request: unknown): Promise<ShellAnswer<unknown>> => {
    try {
      const window = senderWindow(event)
      return { value: await run(requests[name].parse(request) as Request<Name>, window) }
    } catch (error) {
      return { error: inWords(error) }
    }
  })
}

async function pickFile(host: EngineHost, { title, kinds }: Request<'pickFile'>, window: BrowserWindow): Promise<GrantedFile | null> {
  const named = kinds.length > 0 ? [{ name: kinds.map((kind) => `.${kind}`).join(', '), extensions: kinds }] : []
  const filters = [...named, { name: 'All files', extensions: ['*'] }]
  const {
    filePaths: [path],
  } = await dialog.showOpenDialog(window, { title, properties: ['openFile'], filters })
  return path ? host.ask('grantToRead', { path }) : null
}

type Place = Promise<GrantedPlace | null>

async function pickPlaceToSave(host: EngineHost, { title, name }: Request<'pickPlaceToSave'>, window: BrowserWindow): Place {
  const { filePath: path } = await dialog.showSaveDialog(window, { title, defaultPath: basename(name.replaceAll('\\', '/')) })
  return path ? host.ask('grantToWrite', { path }) : null
}
