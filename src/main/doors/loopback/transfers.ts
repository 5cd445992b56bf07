import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { raise } from '#src/shared/contract/errors.ts'
import { loopback } from '#src/shared/loopback.ts'
import type { GrantedFile, GrantedPlace } from '#src/shared/shell.ts'
import type { Grants } from '../../engine/grants.ts'
import { makeOwnFolder } from '../own-folder.ts'
import { pageHeaders } from '../page-headers.ts'
import { atMost } from './at-most.ts'
import { safeFileName } from './transfer-names.ts'

/** Files between a browser and the engine: what goes up is kept in a private folder and read under a grant, what the engine writes comes down. */
export interface Transfers {
  takeUpload(request: IncomingMessage): Promise<GrantedFile>
  preparePlace(request: IncomingMessage): Promise<GrantedPlace>
  sendWritten(grant: string, response: ServerResponse): Promise<void>
}

const largestUpload = 1024 ** 3
const largestQuestion = 10_000
const place = z.object({ name: z.string().min(1).max(1000) })

/** Keeps its files under `folder`, which the caller makes private and removes. */
export function openTransfers(grants: Grants, folder: string): Transfers {
  const written = new Map<string, string>()
  makeOwnFolder(folder)
  const ownPath = async (name: string) => join(await mkdtemp(join(folder, 'file-')), name)
  return {
    async takeUpload(request) {
      const name = safeFileName(String(request.headers[loopback.fileNameHeader] ?? ''))
      refuseTooLarge(request, name)
      const path = await ownPath(name)
      const grant = grants.toRead(path)
      try {
        await pipeline(
          bodyOf(request),
          atMost(largestUpload, () => tooLarge(name)),
          createWriteStream(path, { mode: 0o600, flags: 'wx' }),
        )
        const { size } = await grants.readable(grant)
        return { grant, name, size }
      } catch (error) {
        grants.revoke(grant)
        await rm(dirname(path), { recursive: true, force: true })
        throw error
      }
    },
    async preparePlace(request) {
      const name = safeFileName(encodeURIComponent((await question(request)).name))
      const path = await ownPath(name)
      const grant = grants.toWrite(path)
      written.set(grant, path)
      return { grant, name }
    },
    async sendWritten(grant, response) {
      const path = written.get(grant) ?? raise('GRANT_UNKNOWN', 'That file was not prepared in this session. Save it again.')
      const found =
        statSync(path, { throwIfNoEntry: false }) ??
        raise('NOT_FOUND', 'That file has not been written, or has been fetched already. Save it again.')
      response.writeHead(200, {
        ...pageHeaders,
        'content-type': 'application/octet-stream',
        'content-length': found.size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
        'cache-control': 'no-store',
      })
      // Taken before its end has gone out, or whoever has it could ask once more before it is; one that broke off can be fetched again.
      written.delete(grant)
      try {
        await pipeline(createReadStream(path), response)
      } catch (error) {
        written.set(grant, path)
        throw error
      }
      grants.revoke(grant)
      await rm(dirname(path), { recursive: true, force: true })
    },
  }
}

/** Leaves the connection open when reading ends early, so that the reason can still be answered. */
function bodyOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false })
}

async function question(request: IncomingMessage): Promise<z.infer<typeof place>> {
  const parts: Buffer[] = []
  await pipeline(
    bodyOf(request),
    atMost(largestQuestion, () => raise('BAD_INPUT', 'The request is too long.')),
    async (source: AsyncIterable<Buffer>) => {
      for await (const part of source) parts.push(part)
    },
  )
  try {
    return place.parse(JSON.parse(Buffer.concat(parts).toString()))
  } catch {
    return raise('BAD_INPUT', 'The request must be {"name": "…"}.')
  }
}

/** A length that is stated is refused before anything is read. */
function refuseTooLarge({ headers }: IncomingMessage, name: string): void {
  if (Number(headers['content-length'] ?? 0) > largestUpload) tooLarge(name)
}

function tooLarge(name: string): never {
  raise('FILE_TOO_LARGE', `${name} is larger than ${largestUpload / 1024 ** 3} GB, which is the most that can be taken through a browser.`)
}
