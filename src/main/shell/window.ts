import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import type { Memory, Remembered } from './memory.ts'
import { pageAddress } from './our-page.ts'

const smallest = { minWidth: 900, minHeight: 600 }
const quietMs = 10_000
const usual = { width: 1280, height: 800 }

/** Opens the window where it was left, with everything a page could use against its owner switched off. */
export function openWindow(memory: Memory): BrowserWindow {
  const remembered = memory.recall()
  const window = new BrowserWindow({
    ...usual,
    ...placeOnScreen(remembered),
    ...smallest,
    title: 'Troupe',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#151518' : '#ffffff',
    icon: join(import.meta.dirname, '../../resources/icons/icon-256.png'),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker would fetch its dictionaries from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (remembered.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => memory.keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }))
  reloadAfterCrash(window)
  void window.loadURL(pageAddress)
  return window
}

/** A page that crashes again at once is left as it is. */
function reloadAfterCrash({ webContents }: BrowserWindow): void {
  let lastAt = 0
  webContents.on('render-process-gone', (_event, { reason }) => {
    const isCrash = reason !== 'clean-exit' && reason !== 'killed'
    if (isCrash && Date.now() - lastAt > quietMs) webContents.reload()
    lastAt = Date.now()
  })
}

/** The remembered place, unless the screen that it was on has gone. */
function placeOnScreen({ bounds }: Remembered): Remembered['bounds'] | undefined {
  if (!bounds) return undefined
  const { workArea } = screen.getDisplayMatching(bounds)
  const isSeen =
    bounds.x < workArea.x + workArea.width - 100 &&
    bounds.x + bounds.width > workArea.x + 100 &&
    bounds.y < workArea.y + workArea.height - 100 &&
    bounds.y >= workArea.y - 20
  return isSeen ? bounds : undefined
}
