import { fillWords } from '#src/shared/signing-page.ts'
import { unpacked } from './bytes.ts'
import { pageData } from './data.ts'
import { byId } from './dom.ts'
import { refuse } from './start.ts'
import './page.css'
import './document/document.css'
import './signature/pad.css'

// The only program that runs as it stands in the file. It is written for old browsers too, finds out whether the page can run here, and
// unpacks it; the policy of the page names the fingerprint of what it unpacks, so nothing else can take its place.

const data = pageData()

function isAble(): boolean {
  try {
    // The newest piece of the language that the page uses.
    RegExp('[a--b]', 'v')
  } catch {
    return false
  }
  const needed = ['DecompressionStream', 'PointerEvent', 'HTMLDialogElement', 'IntersectionObserver', 'ResizeObserver', 'structuredClone']
  return needed.every((name) => name in window) && Boolean(window.crypto?.subtle)
}

function fail(reason: string): void {
  if (byId('page').hidden) refuse(data, fillWords(data.words.start.problem, { reason }))
}

async function run(): Promise<void> {
  const script = document.createElement('script')
  script.type = 'module'
  script.textContent = await unpacked('packed-page')
  document.body.append(script)
}

if (isAble()) {
  window.addEventListener('error', ({ message }) => fail(message))
  window.addEventListener('unhandledrejection', ({ reason }) => fail(String(reason)))
  run().catch((error: unknown) => fail(String(error)))
} else refuse(data, data.words.start.tooOld)
