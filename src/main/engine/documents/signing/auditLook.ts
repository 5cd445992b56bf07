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
import { textAt } from '../page/columns.ts'
import { createDocument, documentBytes } from '../page/document.ts'
import { colours, styles } from '../page/theme.ts'
import { inlineValue } from '../text/clean.ts'
import type { TextStyle } from '../text/layout.ts'
import type { FieldFill } from './signField.ts'

const { inset, labelWidth, size, leading } = auditMeasures
const factStyle: TextStyle = { ...styles.small, size, leading, colour: colours.ink }
const labelStyle: TextStyle = { ...factStyle, colour: colours.soft }
const mostLines = 2

/** What a signature fills in on the audit page: its part of the page, and the trail for programs. */
export function auditFills(entry: AuditEntry, words: AuditWords, language: string): FieldFill[] {
  const fields = auditFields(entry.field)
  return [
    {
      field: fields.entry,
      value: auditText(entry, words),
      look: (width, height) => drawEntry(entry, words, { language, width, height }),
    },
    { field: fields.trail, value: auditTrail(entry) },
  ]
}

/** Draws an entry of the audit page, `width` × `height` points: facts first, then as many steps as there is room for. A one-page PDF. */
async function drawEntry(
  entry: AuditEntry,
  words: AuditWords,
  { language, width, height }: { language: string; width: number; height: number },
): Promise<Uint8Array> {
  const shown = settled(entry)
  const doc = createDocument({ title: '', author: '', language, createdAt: new Date(entry.at) }, [width, height], 'picture')
  doc.addPage()
  const place = { x: inset + labelWidth, width: width - inset * 2 - labelWidth }
  const line = (label: string, text: string, y: number, lines: number): number => {
    textAt(doc, label, { x: inset, y, width: labelWidth - 6 }, labelStyle, 1)
    return y + textAt(doc, text, { ...place, y }, factStyle, lines)
  }
  let y = 6
  for (const [label, text] of auditFacts(shown, words)) y = line(label, text, y, mostLines)
  y += 3
  const room = Math.floor((height - 4 - y) / factStyle.leading)
  const steps = room > 0 ? auditSteps(shown, words, room) : []
  steps.forEach((step, at) => {
    y = line(at === 0 ? words.steps : '', step, y, 1)
  })
  return documentBytes(doc)
}

/** The entry with what came from outside (names, reasons) made safe to stand beside other words on a line. */
function settled(entry: AuditEntry): AuditEntry {
  const { name, email, identified, reason, certificate, steps } = entry
  return {
    ...entry,
    name: inlineValue(name),
    email: email && inlineValue(email),
    identified: identified && inlineValue(identified),
    reason: reason && inlineValue(reason),
    certificate: { ...certificate, issuer: inlineValue(certificate.issuer) },
    steps: steps.map((step) => ({ ...step, actor: inlineValue(step.actor) })),
  }
}
