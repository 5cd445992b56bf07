import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import classes from './pdf.module.css'

const PdfPages = lazy(() => import('./PdfPages.tsx'))

/** A PDF inside the page, its viewer loaded when first needed. Without a PDF it keeps the place; another PDF takes over without blinking. */
export function PdfView({ pdf, label }: { pdf: Blob | undefined; label: string }) {
  const waiting = (
    <div className={classes.pages} role="status" aria-label={`${label}: loading`}>
      <Skeleton width="90%" style={{ aspectRatio: '210 / 297' }} radius={0} />
    </div>
  )
  return pdf ? (
    <Suspense fallback={waiting}>
      <PdfPages pdf={pdf} label={label} />
    </Suspense>
  ) : (
    waiting
  )
}
