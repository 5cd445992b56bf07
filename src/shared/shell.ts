/** What the window may ask of the shell around it. On the desktop the preload offers it as `window.troupeShell`; in the browser preview the
 *  renderer makes one over the loopback server. Paths never cross: a file is known by its grant. What fails is rejected with a `code` of
 *  the closed set and a `message`; on the desktop that is a plain object, because Electron's bridge takes the code off an Error. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** A dialog for one file to read; null when the person changes their mind. `kinds` are endings without the dot. */
  pickFile(options: { title: string; kinds: readonly string[] }): Promise<GrantedFile | null>
  /** A grant for a file that the person dropped into the window or chose in a form. */
  grantFile(file: File): Promise<GrantedFile>
  /** A dialog for a place to write to. */
  pickPlaceToSave(options: { title: string; name: string }): Promise<GrantedPlace | null>
  /** Opens another workspace in the window, by a grant that the engine gave; null where the shell can't. */
  readonly openWorkspace: ((opening: string) => Promise<void>) | null
  /** While somebody from outside has the window in their hands, no menu and no key of the shell leads out of what it shows. */
  handOver(isHandedOver: boolean): Promise<void>
  /** After the engine has written: the browser preview downloads the file, the desktop has it already. */
  deliver(place: GrantedPlace): Promise<void>
}

export interface GrantedFile {
  grant: string
  name: string
  size: number
}
export interface GrantedPlace {
  grant: string
  name: string
}

/** The origin of the desktop window's page, and the only one that the shell answers. */
export const windowOrigin = 'troupe://app'

/** The message that carries a fresh engine port into the page; a new one follows whenever the engine was started again. */
export const enginePortMessage = 'troupe:engine-port'
/** The page says it is ready for (another) port. */
export const wantEnginePortMessage = 'troupe:want-engine-port'

/** The channels on which the preload asks the main process, one for each thing. */
export const shellChannels = {
  pickFile: 'troupe:pick-file',
  grantFile: 'troupe:grant-file',
  pickPlaceToSave: 'troupe:pick-place-to-save',
  openWorkspace: 'troupe:open-workspace',
  handOver: 'troupe:hand-over',
} as const

/** What the main process answers on a channel of the shell. */
export type ShellAnswer<Value> = { value: Value } | { error: { code: string; message: string } }
