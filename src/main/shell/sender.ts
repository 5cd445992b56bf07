import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { raise } from '#src/shared/contract/errors.ts'
import { isOurPage } from './our-page.ts'

/** The window behind a message, when the message comes from the main frame of one of our windows and that frame shows our page.
 *  Raises UNAUTHORISED for anyone else. */
export function senderWindow({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(sender)
  const isMainFrame = senderFrame !== null && senderFrame.parent === null
  if (!window || !isMainFrame || !isOurPage(senderFrame.url)) raise('UNAUTHORISED', 'Only the window of Troupe itself may ask this.')
  return window
}
