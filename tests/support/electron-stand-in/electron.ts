// The names that the application imports from `electron`.
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, nativeTheme, screen } from './desk.ts'
export { ipcMain } from './ipc-main.ts'
export { MessageChannelMain } from './message-port.ts'
export { safeStorage } from './safe-storage.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utility-process.ts'
