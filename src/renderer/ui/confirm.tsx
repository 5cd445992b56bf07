import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { namedAs } from './Dialog.tsx'

interface Question {
  title: string
  /** What will happen, and what can't be taken back. */
  message: string
  /** On the button that does it: "Terminate contract". */
  verb: string
  isDangerous?: boolean
}

/** Interrupts with one question; true where the person agrees. For what Undo can't take back; otherwise just do it. */
export function confirm({ title, message, verb, isDangerous = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      attributes: namedAs(title),
      children: <Text>{message}</Text>,
      labels: { confirm: verb, cancel: 'Cancel' },
      confirmProps: { variant: 'filled', ...(isDangerous ? { color: 'red' } : {}) },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    })
  })
}
