import { TroupeError, codeOf } from '#src/shared/contract/errors.ts'
import { loopback } from '#src/shared/loopback.ts'
import type { GrantedFile, GrantedPlace, Shell } from '#src/shared/shell.ts'

declare global {
  interface Window {
    troupeShell?: Shell
  }
}

/** The shell of the browser preview: files go up and come down through the loopback server, under grants. */
export function browserShell(token: string | null): Shell {
  const authorized = { authorization: `Bearer ${token ?? ''}` }
  const grantFile = async (file: File): Promise<GrantedFile> => {
    const headers = { ...authorized, [loopback.fileNameHeader]: encodeURIComponent(file.name), 'content-type': 'application/octet-stream' }
    const answer = await ask(loopback.readGrantPath, { method: 'POST', headers, body: file })
    return (await answer.json()) as GrantedFile
  }
  return {
    kind: 'browser',
    grantFile,
    async pickFile({ kinds }) {
      const file = await chooseFile(kinds)
      return file && grantFile(file)
    },
    async pickPlaceToSave({ name }) {
      const headers = { ...authorized, 'content-type': 'application/json' }
      const answer = await ask(loopback.writeGrantPath, { method: 'POST', headers, body: JSON.stringify({ name }) })
      return (await answer.json()) as GrantedPlace
    },
    openWorkspace: null,
    // The browser's own menus are not ours.
    handOver: async () => undefined,
    async deliver({ grant, name }) {
      const answer = await ask(`${loopback.writtenFilePath}${encodeURIComponent(grant)}`, { headers: authorized })
      saveAs(await answer.blob(), name)
    },
  }
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(path, request).catch(() => {
    throw new TroupeError('ENGINE_STOPPED', 'Troupe does not answer. The file was not taken; try again in a moment.')
  })
  if (answer.ok) return answer
  const problem = (await answer.json().catch(() => null)) as { code?: string; message?: string } | null
  throw new TroupeError(codeOf(problem), problem?.message)
}

function chooseFile(kinds: readonly string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = kinds.map((kind) => `.${kind}`).join(',')
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
