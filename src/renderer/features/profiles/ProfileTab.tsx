import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Answer } from '../../ui/states.tsx'
import { Brands } from './Brands.tsx'
import { Contacts } from './Contacts.tsx'
import { Documents } from './Documents.tsx'
import { ProfileFacts } from './ProfileFacts.tsx'

/** What the agency added to a creator: facts, portrait, further contacts, brands and documents. */
export function ProfileTab({ creatorId }: { creatorId: string }) {
  const profile = useQuery(api.profiles.show.queryOptions({ input: { creatorId } }))
  return (
    <Answer query={profile} what="The profile could not be read">
      {(data) => (
        <>
          <ProfileFacts creatorId={creatorId} profile={data} />
          <Contacts creatorId={creatorId} contacts={data.contacts} />
          <Brands creatorId={creatorId} brands={data.brands} />
          <Documents creatorId={creatorId} documents={data.documents} />
        </>
      )}
    </Answer>
  )
}
