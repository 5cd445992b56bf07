import { Skeleton, Tabs } from '@mantine/core'
import { formatCount } from '../../ui/format.ts'
import { NoticeTable, RejectTable, SkipTable } from './LeftOutTables.tsx'
import { fileColumns } from './file-columns.ts'
import { leftOut, type Preview, type Report } from './import-types.ts'
import classes from './import.module.css'

interface ImportTableProps {
  preview: Preview | undefined
  rejects: Report['rejects']
  /** What to know of lines that go in. */
  notices: Report['notices']
  skips: Report['skips']
}

/** The file itself, with what each column becomes; and the lines that will not go in. */
export function ImportTable({ preview, rejects, notices, skips }: ImportTableProps) {
  if (!preview)
    return (
      <div className={classes.preview}>
        <Skeleton height={200} m="md" />
      </div>
    )
  return (
    <Tabs defaultValue="preview" className={classes.preview}>
      <Tabs.List className={classes.previewTabs}>
        <Tabs.Tab value="preview">Preview</Tabs.Tab>
        <Tabs.Tab value="rejected">Rejected {formatCount(rejects.length)}</Tabs.Tab>
        <Tabs.Tab value="notices">Remarks {formatCount(notices.length)}</Tabs.Tab>
        <Tabs.Tab value="skipped">Skipped {formatCount(skips.length)}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="preview" className={classes.previewPanel} tabIndex={0}>
        <Sample preview={preview} />
      </Tabs.Panel>
      <Tabs.Panel value="rejected" className={classes.previewPanel} tabIndex={0}>
        <RejectTable rejects={rejects} />
      </Tabs.Panel>
      <Tabs.Panel value="notices" className={classes.previewPanel} tabIndex={0}>
        <NoticeTable notices={notices} />
      </Tabs.Panel>
      <Tabs.Panel value="skipped" className={classes.previewPanel} tabIndex={0}>
        <SkipTable skips={skips} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Sample({ preview: { headers, sample, mapping, fields } }: { preview: Preview }) {
  const labels = new Map(fields.map(({ id, label }) => [id, label]))
  const fieldOf = (column: number) => {
    const field = mapping[column] ?? leftOut
    return field === leftOut ? null : (labels.get(field) ?? field)
  }
  const columns = fileColumns(headers).map((column) => ({ ...column, field: fieldOf(column.index) }))
  return (
    <table className={classes.sample} aria-label="First lines of the file">
      <thead>
        <tr>
          <th scope="col" className={classes.line}>
            Line
          </th>
          {columns.map(({ id, name, field }) => (
            <th key={id} scope="col" data-left-out={field === null || undefined}>
              <span className={classes.header} title={name}>
                {name}
              </span>
              <span className={classes.becomes}>{field ?? 'Left out'}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sample.map(({ line, cells }) => (
          <tr key={line}>
            <td className={classes.line}>{formatCount(line)}</td>
            {columns.map(({ id, index, field }) => (
              <td key={id} data-left-out={field === null || undefined} title={cells[index]}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
