import { IconFileCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { shell } from '../../../api/client.ts'
import { sayProblem } from '../../../api/undo.tsx'
import { useChecking } from '../verify/checking.ts'
import classes from './list.module.css'

/** Takes a PDF that is dropped anywhere on the list and checks it in the panel. */
export function DropToCheck({ children }: { children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  // Each child that is entered and left tells; only the last to be left counts.
  const depth = useRef(0)
  const navigate = useNavigate()
  const check = useChecking((state) => state.check)
  const enter = (event: DragEvent, step: 1 | -1) => {
    if (!event.dataTransfer.types.includes('Files')) return
    depth.current += step
    setOver(depth.current > 0)
  }
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files.item(0)
    if (!file) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    shell
      .grantFile(file)
      .then((granted) => {
        void check(granted)
        return navigate({ to: '/contracts/check' })
      })
      .catch(sayProblem)
  }
  return (
    <div
      className={classes.dropPlace}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className={classes.dropHere}>
          <IconFileCheck size={24} stroke={1.5} aria-hidden />
          Drop the PDF to check its signatures
        </div>
      )}
    </div>
  )
}
