import type { UseQueryResult } from '@tanstack/react-query'
import { PdfView } from '../../ui/pdf/PdfView.tsx'
import { ProblemState } from '../../ui/states.tsx'
import classes from './reports.module.css'

interface PreviewProps {
  query: UseQueryResult<{ pdf: Blob; pages: number; notices: string[] }>
  label: string
}

/** The PDF as it would be saved, and what was left out of it. */
export function Preview({ query, label }: PreviewProps) {
  if (query.error && !query.data)
    return (
      <div className={classes.preview}>
        <ProblemState error={query.error} what="The PDF could not be drawn" onRetry={() => void query.refetch()} />
      </div>
    )
  return (
    <div className={classes.preview}>
      {query.data?.notices.map((notice) => (
        <p key={notice} className={classes.notice} role="status">
          {notice}
        </p>
      ))}
      <PdfView pdf={query.data?.pdf} label={label} />
    </div>
  )
}
