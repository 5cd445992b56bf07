import { app, Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  openWorkspace(): void
  about(): void
}

/** The menu of the application: the operating system's own roles, the workspace, and nothing that the window offers itself. */
export function setMenu({ openWorkspace, about }: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const file: MenuItemConstructorOptions[] = [
    { id: 'open-workspace', label: 'Open workspace…', accelerator: 'CmdOrCtrl+Shift+O', click: openWorkspace },
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ]
  const view: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }]
  const forDevelopers: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' as const }] : []),
      { label: '&File', submenu: file },
      { role: 'editMenu' },
      { label: '&View', submenu: app.isPackaged ? view : [...view, ...forDevelopers] },
      { role: 'windowMenu' },
      { role: 'help', submenu: [{ id: 'about', label: 'About Troupe', click: about }] },
    ]),
  )
}
