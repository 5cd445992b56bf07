import { client } from '../../../api/client.ts'
import { useChange } from '../../../api/use-change.ts'
import { counted } from '../../../ui/format.ts'

/** What can be done with the work of a selection of creators in one step. */
export function useBulk(onDone?: () => void) {
  const options = { onDone: () => onDone?.() }
  return {
    setStage: useChange(client.campaigns.updateCollaborations, {
      done: (_, { ids, changes }) => `${counted(ids.length, 'creator')} moved to “${changes.stage}”`,
      ...options,
    }),
    sendBrief: useChange(client.briefs.send, {
      done: ({ sent }) =>
        sent === 0 ? 'Everyone has this version of the brief already' : `Brief recorded as sent to ${counted(sent, 'creator')}`,
      ...options,
    }),
    confirmBrief: useChange(client.briefs.confirm, {
      done: ({ confirmed }) => (confirmed === 0 ? 'It was confirmed already' : `Brief confirmed by ${counted(confirmed, 'creator')}`),
      ...options,
    }),
    makeContracts: useChange(client.contracts.create, { done: ({ ids }) => `${counted(ids.length, 'contract')} made`, ...options }),
    planPayouts: useChange(client.payouts.plan, { done: (answer) => planned(answer), ...options }),
    remove: useChange(client.campaigns.removeCollaborations, {
      done: (_, { ids }) => `${counted(ids.length, 'creator')} taken out of the campaign`,
      ...options,
    }),
  }
}

function planned({
  planned,
  alreadyPlanned,
  withoutFixedFee,
}: {
  planned: number
  alreadyPlanned: number
  withoutFixedFee: number
}): string {
  return [
    planned === 0 ? 'No payout was planned' : `${counted(planned, 'payout')} planned`,
    alreadyPlanned > 0 && `${alreadyPlanned} planned before`,
    withoutFixedFee > 0 && `${withoutFixedFee} without a fixed fee`,
  ]
    .filter(Boolean)
    .join(', ')
}
