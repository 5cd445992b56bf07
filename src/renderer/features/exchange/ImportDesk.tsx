import { Page } from '../../frame/Page.tsx'
import type { GrantedFile } from '#src/shared/shell.ts'
import { LoadingLines, ProblemState } from '../../ui/states.tsx'
import { ImportChoices } from './ImportChoices.tsx'
import { ImportResult } from './ImportResult.tsx'
import { ImportSteps, type ImportStep } from './ImportSteps.tsx'
import { ImportTable } from './ImportTable.tsx'
import classes from './import.module.css'
import { useImport } from './use-import.ts'

interface ImportDeskProps {
  file: GrantedFile
  onFile: (file: GrantedFile) => void
  onAnother: () => void
}

/** Steps on the left, the file itself on the right, both in view at once. */
export function ImportDesk({ file, onFile, onAnother }: ImportDeskProps) {
  const { reading, change, preview, run } = useImport(file)
  const { data } = preview
  const known = run.data ?? data
  const step: ImportStep = run.data ? 'result' : data ? 'map' : 'guess'
  return (
    <Page title="Import creators" tabs={<ImportSteps at={step} />} scrolls={false}>
      {preview.error && !data ? (
        <div className={classes.failed}>
          <ProblemState error={preview.error} what={`${file.name} could not be read`} onRetry={onAnother} retryVerb="Choose another file" />
        </div>
      ) : (
        <div className={classes.desk}>
          <section className={classes.side} aria-label="How the file is read" tabIndex={0}>
            {!data && <LoadingLines lines={10} />}
            {data && run.data && <ImportResult file={file} report={run.data} onAnother={onAnother} />}
            {data && !run.data && (
              <ImportChoices
                file={file}
                preview={data}
                reading={reading}
                isGuessing={preview.isFetching}
                problem={run.error ?? preview.error}
                isRunning={run.isPending}
                onChange={change}
                onFile={onFile}
                onRun={() => run.mutate()}
              />
            )}
          </section>
          <ImportTable preview={data} rejects={known?.rejects ?? []} notices={known?.notices ?? []} skips={known?.skips ?? []} />
        </div>
      )}
    </Page>
  )
}
