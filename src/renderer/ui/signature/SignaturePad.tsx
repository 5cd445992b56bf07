import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useMemo, useState, type Dispatch, type PointerEvent, type SetStateAction } from 'react'
import type { z } from 'zod'
import type { SignatureMark } from '#src/shared/contract/contracts-signing.ts'
import type { GrantedFile } from '#src/shared/shell.ts'
import { FileDrop } from '../FileDrop.tsx'
import classes from './signature.module.css'
import { pointIn, strokePath, type Stroke } from '#src/shared/strokes.ts'

export type Mark = z.infer<typeof SignatureMark>

interface SignaturePadProps {
  /** Null while nothing has been drawn or typed. */
  onMark: (mark: Mark | null) => void
  /** What typing begins with, usually the signer's name. */
  name: string
  /** Whether a picture from a file may stand for it. */
  takesPicture?: boolean
}

const aspect = 3.2
/** More says nothing about a signature and would not be taken. */
const mostStrokes = 500
const mostPoints = 5000

/** One pad: draw with mouse, pen or finger, or type the name or choose a picture instead. */
export function SignaturePad({ onMark, name, takesPicture = false }: SignaturePadProps) {
  const [kind, setKind] = useState<Mark['kind']>('drawn')
  const [strokes, setStrokes] = useState<Stroke[]>([])
  const [text, setText] = useState(name)
  const [picture, setPicture] = useState<GrantedFile | null>(null)
  const mark = useMemo(() => {
    if (kind === 'image') return picture && { kind, file: picture.grant }
    return kind === 'drawn' ? drawnMark(strokes) : typedMark(text)
  }, [kind, strokes, text, picture])
  const tell = useEffectEvent(onMark)
  useEffect(() => tell(mark), [mark])
  return (
    <div className={classes.signature}>
      <div className={classes.ways}>
        <SegmentedControl
          aria-label="How to sign"
          value={kind}
          onChange={setKind}
          data={[
            { value: 'drawn', label: 'Draw' },
            { value: 'typed', label: 'Type' },
            ...(takesPicture ? [{ value: 'image' as const, label: 'Picture' }] : []),
          ]}
        />
        {kind === 'drawn' && (
          <Button variant="subtle" size="compact-sm" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
            Clear
          </Button>
        )}
      </div>
      {kind === 'drawn' && <Pad strokes={strokes} onChange={setStrokes} />}
      {kind === 'image' && (
        <FileDrop
          label={picture?.name ?? 'Drop a picture of the signature here'}
          hint="PNG or JPEG, best on white"
          kinds={['png', 'jpg', 'jpeg']}
          verb={picture ? 'Choose another' : 'Choose a picture'}
          onFile={setPicture}
        />
      )}
      {kind === 'typed' && (
        <>
          <TextInput
            aria-label="Signature as text"
            value={text}
            maxLength={300}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <div className={classes.typed} aria-hidden>
            {text}
          </div>
        </>
      )}
    </div>
  )
}

function drawnMark(strokes: Stroke[]): Mark | null {
  return strokes.length > 0 ? { kind: 'drawn', aspect, strokes } : null
}

function typedMark(text: string): Mark | null {
  return text.trim() ? { kind: 'typed', text: text.trim() } : null
}

function Pad({ strokes, onChange }: { strokes: Stroke[]; onChange: Dispatch<SetStateAction<Stroke[]>> }) {
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const start = pointIn(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY)
    onChange((now) => (now.length < mostStrokes ? [...now, [start]] : now))
  }
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.getBoundingClientRect()
    // A fast pen reports several places at once.
    const between = event.nativeEvent.getCoalescedEvents()
    const places = between.length > 0 ? between : [event]
    const points = places.map(({ clientX, clientY }) => pointIn(box, clientX, clientY))
    onChange((now) => [...now.slice(0, -1), [...(now.at(-1) ?? []), ...points].slice(0, mostPoints)])
  }
  return (
    <svg
      className={classes.pad}
      viewBox={`0 0 ${aspect * 100} 100`}
      role="img"
      aria-label="Signature pad: draw with mouse, pen or finger"
      onPointerDown={begin}
      onPointerMove={follow}
    >
      <line x1="12" x2={aspect * 100 - 12} y1="78" y2="78" className={classes.line} />
      <path d={strokes.map((stroke) => strokePath(stroke, aspect * 100, 100)).join(' ')} className={classes.ink} />
    </svg>
  )
}
