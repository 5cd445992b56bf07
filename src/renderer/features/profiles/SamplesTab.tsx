import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'
import { Section } from '../../ui/fields.tsx'
import { Day } from '../../ui/figures.tsx'
import { formatCompact } from '../../ui/format.ts'
import { Answer } from '../../ui/states.tsx'
import type { CreatorAccount } from '../creators/creator-types.ts'
import { AddSample } from './AddSample.tsx'
import { ProfileImage } from './ProfileImage.tsx'
import type { Profile } from './profile-types.ts'
import classes from './profiles.module.css'
import { TakeOut } from './TakeOut.tsx'

/** Posts of a creator, with their figures and images kept in the workspace. */
export function SamplesTab({ creatorId, accounts }: { creatorId: string; accounts: readonly CreatorAccount[] }) {
  const profile = useQuery(api.profiles.show.queryOptions({ input: { creatorId } }))
  const remove = useChange(client.profiles.removeSample, { done: 'Post taken out' })
  return (
    <Answer query={profile} what="The posts could not be read">
      {({ samples }) => (
        <Section
          title="Posts"
          actions={<AddSample creatorId={creatorId} accounts={accounts} />}
          note={samples.length === 0 ? 'No post is on file yet. The best ones go into the media kit.' : undefined}
        >
          <div className={classes.posts}>
            {samples.map((sample) => (
              <Post key={sample.id} sample={sample} onRemove={() => remove.mutate({ id: sample.id })} />
            ))}
          </div>
        </Section>
      )}
    </Answer>
  )
}

function Post({ sample, onRemove }: { sample: Profile['samples'][number]; onRemove: () => void }) {
  const { imageId, caption, url, postedOn, format, isSponsored, brand, likes, comments, views } = sample
  const figures = [
    [views, 'views'],
    [likes, 'likes'],
    [comments, 'comments'],
  ] as const
  const known = figures.flatMap(([value, word]) => (value === null ? [] : [`${formatCompact(value)} ${word}`]))
  return (
    <article className={classes.post} aria-label={caption ?? url ?? 'Post'}>
      {imageId && <ProfileImage imageId={imageId} alt={caption ?? 'Image of the post'} className={classes.picture} />}
      <div className={classes.words}>
        {caption && <p className={classes.caption}>{caption}</p>}
        {known.length > 0 && <span className="figures">{known.join(' · ')}</span>}
        <span className={classes.soft}>
          {[format, isSponsored ? `sponsored${brand ? ` by ${brand}` : ''}` : brand].filter(Boolean).join(', ')}
        </span>
        <div className={classes.foot}>
          <span className={classes.soft}>
            {postedOn && <Day value={postedOn} />}{' '}
            {url && (
              <Anchor href={url} target="_blank" rel="noreferrer" inherit>
                Open post
              </Anchor>
            )}
          </span>
          <TakeOut what="the post" onClick={onRemove} />
        </div>
      </div>
    </article>
  )
}
