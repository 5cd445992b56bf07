import type { FieldFill } from '#src/main/engine/documents/signing/signField.ts'
import {
  auditFacts,
  auditFields,
  auditMeasures,
  auditSteps,
  auditText,
  auditTrail,
  type AuditEntry,
  type AuditWords,
} from '#src/shared/domain/audit-entry.ts'
import { cut, inLines, wordFont } from './letters.ts'
import { pictureDocument } from './picture.ts'

const { inset, labelWidth, size, leading } = auditMeasures
const spaceBeforeSteps = 3
/** Labels are paler than what they name. */
const labelStrength = 0.72

/** What the signature fills in on the audit page: its part of the page, and the trail for programs. The engine fills in the same for those
 *  who sign on its own machine. */
export function auditFills(entry: AuditEntry, words: AuditWords): FieldFill[] {
  const fields = auditFields(entry.field)
  const value = auditText(entry, words)
  return [
    { field: fields.entry, value, look: (width, height) => drawEntry(entry, words, value, width, height) },
    { field: fields.trail, value: auditTrail(entry) },
  ]
}

function drawEntry(entry: AuditEntry, words: AuditWords, spoken: string, width: number, height: number): Promise<Uint8Array> {
  const room = width - inset * 2 - labelWidth
  return pictureDocument({ width, height, spoken }, (brush) => {
    brush.font = wordFont(size)
    let y = 6
    const write = (label: string, texts: readonly string[]) => {
      brush.globalAlpha = labelStrength
      brush.fillText(cut(brush, label, labelWidth - 6), inset, y + leading / 2)
      brush.globalAlpha = 1
      texts.forEach((text, at) => brush.fillText(text, inset + labelWidth, y + (at + 0.5) * leading))
      y += texts.length * leading
    }
    for (const [label, text] of auditFacts(entry, words)) write(label, inLines(brush, text, room, 2))
    y += spaceBeforeSteps
    const most = Math.floor((height - 4 - y) / leading)
    const steps = most > 0 ? auditSteps(entry, words, most) : []
    steps.forEach((step, at) => write(at === 0 ? words.steps : '', [cut(brush, step, room)]))
  })
}
