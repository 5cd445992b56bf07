import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState, type DragEvent } from 'react'
import type { GrantedFile } from '#src/shared/shell.ts'
import { shell } from '../api/client.ts'
import classes from './FileDrop.module.css'
import { ProblemNote } from './states.tsx'

interface FileDropProps {
  /** What is asked for: "Drop a list of creators here". */
  label: string
  /** Which files fit, in a person's words. */
  hint?: string
  /** Endings without the dot, for the dialog. */
  kinds: readonly string[]
  /** On the button. */
  verb?: string
  isBusy?: boolean
  /** Where dropping a file is what the page is for. */
  isLarge?: boolean
  onFile: (file: GrantedFile) => void
}

/** A place to drop one file on, with a button for those who don't drag. Hands on a grant, never a path. */
export function FileDrop({ label, hint, kinds, verb = 'Choose a file', isBusy = false, isLarge = false, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false)
  const take = useMutation({
    mutationFn: (file: File | null) => (file ? shell.grantFile(file) : shell.pickFile({ title: label, kinds })),
    onSuccess: (file) => file && onFile(file),
  })
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files.item(0)
    if (file) take.mutate(file)
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      data-large={isLarge || undefined}
      aria-label={label}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
    >
      <IconFileUpload size={20} stroke={1.5} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <span className={classes.label}>{label}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
        <ProblemNote error={take.error} />
      </div>
      <Button variant={isLarge ? 'filled' : 'default'} loading={isBusy || take.isPending} onClick={() => take.mutate(null)}>
        {verb}
      </Button>
    </section>
  )
}
