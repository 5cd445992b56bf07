import { Select } from '@mantine/core'
import { fileColumns } from './file-columns.ts'
import { leftOut, type Mapping, type Preview } from './import-types.ts'
import classes from './import.module.css'

interface ColumnMappingProps extends Pick<Preview, 'headers' | 'fields' | 'mapping'> {
  onChange: (mapping: Mapping) => void
}

/** What each column of the file becomes; remembered for files with the same header. */
export function ColumnMapping({ headers, fields, mapping, onChange }: ColumnMappingProps) {
  const known = fields.filter(({ id }) => id !== leftOut).map(({ id, label }) => ({ value: id, label }))
  const data = [{ value: leftOut, label: 'Leave out' }, ...known]
  return (
    <div className={classes.mapping}>
      {fileColumns(headers).map(({ id, index, name }) => (
        <div key={id} className={classes.column}>
          <span className={classes.columnName} title={name}>
            {name}
          </span>
          <Select
            aria-label={`${name} holds`}
            data={data}
            value={mapping[index] ?? leftOut}
            searchable
            onChange={(field) => field && onChange({ ...mapping, [index]: field })}
          />
        </div>
      ))}
    </div>
  )
}
