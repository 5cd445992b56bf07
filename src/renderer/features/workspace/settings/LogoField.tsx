import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { ProblemNote } from '../../../ui/states.tsx'
import { BlobImage } from '../../../ui/BlobImage.tsx'
import classes from './settings.module.css'

/** The agency's logo: seen, changed, taken away. */
export function LogoField({ hash }: { hash: string | null }) {
  const logo = useQuery(api.workspace.logo.queryOptions({ input: {}, enabled: hash !== null }))
  const image = hash === null ? null : logo.data?.image
  const set = useChange(client.workspace.setLogo, { done: (_, { file }) => (file ? 'Logo changed' : 'Logo taken away'), quiet: true })
  return (
    <div>
      <div className={classes.logo}>
        {image && <BlobImage blob={image} alt="Logo of the agency" className={classes.logoImage} />}
        <div className={classes.logoDrop}>
          <FileDrop
            label={hash ? 'Logo' : 'Drop a logo here'}
            hint="PNG or JPEG, up to 5 MB"
            kinds={['png', 'jpg', 'jpeg']}
            isBusy={set.isPending}
            onFile={({ grant }) => set.mutate({ file: grant })}
          />
        </div>
        {hash && (
          <Button variant="subtle" onClick={() => set.mutate({ file: null })}>
            Take away
          </Button>
        )}
      </div>
      <ProblemNote error={set.error} />
    </div>
  )
}
