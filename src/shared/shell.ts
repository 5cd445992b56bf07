/** What the window may ask of the shell around it. On the desktop the preload offers it as `window.troupeShell`; in the browser preview the
 *  renderer makes one over the loopback server. Paths never cross: a file is known by its grant. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** A dialog for one file to read; null when the person changes their mind. `kinds` are endings without the dot. */
  pickFile(options: { title: string; kinds: readonly string[] }): Promise<GrantedFile | null>
  /** A grant for a file that the person dropped into the window or chose in a form. */
  grantFile(file: File): Promise<GrantedFile>
  /** A dialog for a place to write to. */
  pickPlaceToSave(options: { title: string; name: string }): Promise<GrantedPlace | null>
  /** After the engine has written: the browser preview downloads the file, the desktop has it already. */
  deliver(place: GrantedPlace): Promise<void>
}

export interface GrantedFile { grant: string; name: string; size: number }
export interface GrantedPlace { grant: string; name: string }

/** The message that carries a fresh engine port into the page; a new one follows whenever the engine was started again. */
export const enginePortMessage = 'troupe:engine-port'
/** The page says it is ready for (another) port. */
export const wantEnginePortMessage = 'troupe:want-engine-port'
