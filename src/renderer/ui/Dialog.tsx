import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

interface DialogProps {
  title: string
  isOpen?: boolean
  onClose: () => void
  /** In pixels. */
  width?: number
  children: ReactNode
}

/** What interrupts: a window over the page, named by its title from its first frame on. */
export function Dialog({ title, isOpen = true, onClose, width, children }: DialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size={width} attributes={namedAs(title)}>
      {children}
    </Modal>
  )
}

/** The kit ties a dialog to its title only once the title is drawn; a screen reader may have read the dialog by then. */
export function namedAs(title: string) {
  return { content: { 'aria-label': title } }
}
