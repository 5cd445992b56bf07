interface Template {
  id?: string
  label?: string
  role?: string
  submenu?: Template[]
  click?: () => void
}
interface Item extends Omit<Template, 'submenu'> {
  click(): void
  submenu?: StandInMenu
}

class StandInMenu {
  readonly items: Item[]

  constructor(template: readonly Template[]) {
    this.items = template.map((item) => ({ ...item, click: () => item.click?.(), submenu: item.submenu && new StandInMenu(item.submenu) }))
  }

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

let applicationMenu: StandInMenu | null = null

export const Menu = {
  buildFromTemplate: (template: readonly Template[]) => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu | null) => void (applicationMenu = menu),
  getApplicationMenu: () => applicationMenu,
}

interface Message {
  message: string
  detail?: string
  cancelId?: number
}

/** Every dialog is called off until a test puts its own answer in its place. */
export const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async (_window: unknown, { message, detail = '', cancelId = 0 }: Message) => {
    process.stderr.write(`A message box said: ${message} ${detail.replaceAll('\n', ' ')}\n`)
    return { response: cancelId, checkboxChecked: false }
  },
}

export const nativeTheme = { shouldUseDarkColors: false }
export const screen = { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) }
