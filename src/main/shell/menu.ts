import { app, Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  openWorkspace(): void
  about(): void
}

/** The menu of the application: what the operating system's own roles do, the workspace, and nothing that the window offers itself. */
export function setMenu({ openWorkspace, about }: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const developer: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [{ label: 'Open workspace…', accelerator: 'CmdOrCtrl+Shift+O', click: openWorkspace }, { type: 'separator' }, { role: isMac ? 'close' : 'quit' }],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }, ...developer],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: 'About Troupe', click: about }] },
  ]))
}
