import type { GrantedFile } from '#src/shared/shell.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import classes from './import.module.css'

export const listKinds = ['csv', 'tsv', 'txt', 'xlsx'] as const

/** The first step: which file. */
export function ImportStart({ onFile }: { onFile: (file: GrantedFile) => void }) {
  return (
    <div className={classes.start}>
      <FileDrop
        label="Drop a list of creators here"
        hint="CSV, TSV or XLSX, in any language and with any column names"
        kinds={listKinds}
        isLarge
        onFile={onFile}
      />
      <ul className={classes.promises}>
        <li>Nothing is written before you have seen how every column is read.</li>
        <li>Creators you have already are updated, never doubled.</li>
        <li>A line that cannot be read is listed with its reason, and the rest goes in.</li>
        <li>The whole import can be undone.</li>
      </ul>
    </div>
  )
}
