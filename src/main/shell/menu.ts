import { app, Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  openWorkspace(): void
  about(): void
}

/** While the window is in the hands of somebody from outside: only what typing needs, and on other systems than macOS no menu at all. */
export function setMenuForGuests(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ label: app.name, submenu: [] }, { role: 'editMenu' }]) : null,
  )
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
