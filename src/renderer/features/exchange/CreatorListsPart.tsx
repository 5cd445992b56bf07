import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Section } from '../../ui/fields.tsx'
import { useExportCreators } from '../creators/use-export-creators.ts'
import classes from './files.module.css'

/** Creators in and out as lists. */
export function CreatorListsPart() {
  const exporting = useExportCreators()
  return (
    <Section
      title="Creator lists"
      note="Take in any list; write the roster as CSV or XLSX, by the ending of its name. What is written can be taken in again."
    >
      <div className={classes.buttons}>
        <Button variant="filled" renderRoot={(props) => <Link {...props} to="/files/import" />}>
          Import creators
        </Button>
        <Button onClick={() => exporting({ filter: {} })}>Export the roster</Button>
      </div>
    </Section>
  )
}
