import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { BlobImage } from '../../ui/BlobImage.tsx'

/** An image that is kept in the workspace; nothing while it is on its way. */
export function ProfileImage({ imageId, alt, className }: { imageId: string; alt: string; className?: string }) {
  const image = useQuery(api.profiles.image.queryOptions({ input: { imageId }, staleTime: Number.POSITIVE_INFINITY }))
  return image.data ? <BlobImage blob={image.data.image} alt={alt} className={className} /> : null
}
