import { Select } from '@mantine/core'

type PageSize = 'A4' | 'Letter'

/** The paper of a PDF, and of an HTML file when it is printed. */
export function PageSizeField({ value, onChange }: { value: PageSize; onChange: (value: PageSize) => void }) {
  return <Select label="Paper" allowDeselect={false} value={value} onChange={(size) => size && onChange(size)} data={['A4', 'Letter']} />
}
