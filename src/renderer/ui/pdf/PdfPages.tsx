import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { ProblemState } from '../states.tsx'
import { PdfPage } from './PdfPage.tsx'
import classes from './pdf.module.css'
import { openPdf } from './pdfjs.ts'

interface PdfPagesProps {
  pdf: Blob
  /** What it is, for those who hear it. */
  label: string
}

/** All pages below each other at the width of the place. While a changed PDF is read, the one before stays. */
export default function PdfPages({ pdf, label }: PdfPagesProps) {
  const { ref, width } = useElementSize()
  const [opened, setOpened] = useState<PDFDocumentProxy | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    let isWanted = true
    const open = async () => {
      const document = await openPdf(pdf)
      if (!isWanted) return void document.loadingTask.destroy()
      setOpened(document)
      setProblem(null)
    }
    open().catch((error: unknown) => isWanted && setProblem(error))
    return () => {
      isWanted = false
    }
  }, [pdf])
  useClosing(opened)
  return (
    <div className={classes.pages} role="document" aria-label={label} tabIndex={0}>
      <div ref={ref} className={classes.sheets}>
        {problem !== null && opened === null && <ProblemState error={problem} what="The PDF could not be shown" />}
        {opened && width > 0 && <Pages document={opened} width={width} />}
      </div>
    </div>
  )
}

function Pages({ document, width }: { document: PDFDocumentProxy; width: number }) {
  const { data: first } = useQuery({
    queryKey: ['pdf page size', document.fingerprints],
    queryFn: async () => (await document.getPage(1)).getViewport({ scale: 1 }),
    gcTime: 0,
  })
  if (!first) return null
  const scale = Math.min(width / first.width, 1.6)
  return Array.from({ length: document.numPages }, (_, place) => (
    <PdfPage
      key={place}
      document={document}
      number={place + 1}
      scale={scale}
      guess={{ width: first.width * scale, height: first.height * scale }}
    />
  ))
}

/** Closes a document once another has taken its place, or the view is gone. */
function useClosing(opened: PDFDocumentProxy | null): void {
  const before = useRef<PDFDocumentProxy | null>(null)
  useEffect(() => {
    if (before.current && before.current !== opened) void before.current.loadingTask.destroy()
    before.current = opened
  }, [opened])
  useEffect(() => () => void before.current?.loadingTask.destroy(), [])
}
