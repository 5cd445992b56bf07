import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { addressOf, newToken, privateFolder } from './address.ts'
import { openDoor, type DoorOptions } from './door.ts'

export interface Listening {
  address: string
  port: number
  token: string
  close(): Promise<void>
}

/** The loopback door of an engine in this very process, on a port that the system chooses. */
export async function listenOnLoopback({ engine, actor, page }: Pick<DoorOptions, 'engine' | 'actor' | 'page'>): Promise<Listening> {
  const [token, transfers] = [newToken(), await privateFolder()]
  const door = openDoor({ engine, actor, page, transfers, token, port: () => (door.server.address() as AddressInfo).port })
  await new Promise<void>((resolve, reject) => door.server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = door.server.address() as AddressInfo
  return {
    address: addressOf(port, token),
    port,
    token,
    async close() {
      await door.close()
      await rm(transfers, { recursive: true, force: true })
    },
  }
}
