import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

/** Who has the laptop in their hands, and for what. */
interface HandedOver {
  contractId: string
  /** How the agency's person knows the signer, in words. */
  identified: string
  salt: string
  /** SHA-256 of the salt and the code that takes the laptop back. */
  code: string
}

interface HandOver {
  handedOver: HandedOver | null
  begin(contractId: string, identified: string, code: string): Promise<void>
  /** Ends it where the code is the one it was begun with. */
  end(code: string): Promise<boolean>
}

/** While somebody from outside signs here, the window shows nothing but their contract. Loading the page again changes nothing about that;
 *  only the code does, or closing the window. */
export const useHandOver = create<HandOver>()(
  persist(
    (set, get) => ({
      handedOver: null,
      async begin(contractId, identified, code) {
        const salt = crypto.randomUUID()
        set({ handedOver: { contractId, identified, salt, code: await hashOf(salt, code) } })
      },
      async end(code) {
        const { handedOver } = get()
        if (handedOver && (await hashOf(handedOver.salt, code)) !== handedOver.code) return false
        set({ handedOver: null })
        return true
      },
    }),
    { name: 'troupe.hand-over', version: 1, storage: createJSONStorage(() => sessionStorage) },
  ),
)

async function hashOf(salt: string, code: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${code.trim()}`))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
