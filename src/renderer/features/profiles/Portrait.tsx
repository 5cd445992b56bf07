import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { ProfileImage } from './ProfileImage.tsx'
import classes from './profiles.module.css'

/** The creator's portrait; their initials where none is kept. */
export function Portrait({ creatorId, name }: { creatorId: string; name: string }) {
  const profile = useQuery(api.profiles.show.queryOptions({ input: { creatorId } }))
  const imageId = profile.data?.portraitId
  return imageId ? (
    <ProfileImage imageId={imageId} alt={`Portrait of ${name}`} className={classes.portrait} />
  ) : (
    <Avatar name={name} size={40} />
  )
}
