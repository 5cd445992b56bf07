import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { Answer } from '../../ui/states.tsx'
import { CheckIn } from './CheckIn.tsx'
import { ContactLog } from './ContactLog.tsx'
import { LadderSection } from './LadderSection.tsx'
import { LogForm } from './LogForm.tsx'
import { Programs } from './Programs.tsx'
import { Reminders } from './Reminders.tsx'
import { RenewalSection } from './RenewalSection.tsx'

/** How things stand with one creator, what was said, and what comes next. */
export function RelationshipTab({ creatorId }: { creatorId: string }) {
  const relationship = useQuery(api.relationship.show.queryOptions({ input: { creatorId } }))
  return (
    <Answer query={relationship} what="The relationship could not be shown">
      {(data) => (
        <>
          <LadderSection ladder={data.ladder} load={data.load} />
          <CheckIn creatorId={creatorId} checkIn={data.checkIn} lastContactOn={data.lastContactOn} />
          <Reminders creatorId={creatorId} reminders={data.reminders} />
          {data.renewal && <RenewalSection creatorId={creatorId} renewal={data.renewal} />}
          {data.programs.length > 0 && <Programs programs={data.programs} />}
          <LogForm creatorId={creatorId} />
          <ContactLog log={data.log} />
        </>
      )}
    </Answer>
  )
}
