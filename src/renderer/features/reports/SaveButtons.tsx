import { Button, Group } from '@mantine/core'

interface SaveButtonsProps {
  isBusy: boolean
  onSave: (ending: 'pdf' | 'html') => void
}

/** The two files that can be sent. */
export function SaveButtons({ isBusy, onSave }: SaveButtonsProps) {
  return (
    <Group gap="xs">
      <Button variant="filled" loading={isBusy} onClick={() => onSave('pdf')}>
        Save PDF
      </Button>
      <Button disabled={isBusy} onClick={() => onSave('html')}>
        Save HTML
      </Button>
    </Group>
  )
}
