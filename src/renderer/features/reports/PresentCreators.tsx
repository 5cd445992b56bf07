import { Button, Menu } from '@mantine/core'
import { IconFileTypePdf, IconPresentation } from '@tabler/icons-react'
import { useState } from 'react'
import type { Chosen } from './chosen.ts'
import { MediaKitsDialog } from './MediaKitsDialog.tsx'
import { ProposalDialog } from './ProposalDialog.tsx'

/** What a client can be shown of a selection or a shortlist. */
export function PresentCreators({ chosen }: { chosen: Chosen }) {
  const [open, setOpen] = useState<'proposal' | 'kits' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu position="top">
        <Menu.Target>
          <Button>Present</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPresentation size={16} stroke={1.5} />} onClick={() => setOpen('proposal')}>
            Proposal for a client
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={16} stroke={1.5} />} onClick={() => setOpen('kits')}>
            Media kits
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'proposal' && <ProposalDialog chosen={chosen} onClose={close} />}
      {open === 'kits' && <MediaKitsDialog chosen={chosen} onClose={close} />}
    </>
  )
}
