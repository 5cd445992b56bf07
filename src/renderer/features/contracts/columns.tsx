import { Ago } from '../../ui/figures.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { statusLook, type ContractLine } from './contract.ts'

export const contractColumns: readonly Column<ContractLine>[] = [
  {
    id: 'number',
    header: 'Number',
    width: 108,
    grow: 0,
    cell: ({ number }) => <span className="figures">{number}</span>,
    value: ({ number }) => number,
    isDescendingFirst: true,
  },
  {
    id: 'with',
    header: 'With',
    width: 180,
    grow: 2,
    cell: ({ counterparty }) => counterparty.name,
    value: ({ counterparty }) => counterparty.name,
  },
  {
    id: 'campaign',
    header: 'Campaign',
    width: 160,
    grow: 2,
    cell: ({ campaignName }) => campaignName,
    value: ({ campaignName }) => campaignName,
  },
  { id: 'client', header: 'Client', width: 140, grow: 1, cell: ({ clientName }) => clientName, value: ({ clientName }) => clientName },
  {
    id: 'status',
    header: 'Status',
    width: 146,
    grow: 0,
    cell: ({ status }) => <StatusDot tone={statusLook(status).tone}>{statusLook(status).word}</StatusDot>,
    value: ({ status }) => status,
  },
  {
    id: 'updated',
    header: 'Changed',
    width: 128,
    grow: 0,
    cell: ({ updatedAt }) => <Ago value={updatedAt} />,
    value: ({ updatedAt }) => updatedAt,
    isDescendingFirst: true,
  },
]
