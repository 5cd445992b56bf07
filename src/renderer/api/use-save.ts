import { useMutation } from '@tanstack/react-query'
import { codeOf } from '#src/shared/contract/errors.ts'
import { shell } from './client.ts'
import { sayDone, sayProblem } from './undo.tsx'

interface Saving<Output> {
  /** Title of the dialog: "Export the roster". */
  title: string
  /** The suggested file name with its ending. */
  name: string
  /** Lets the engine write to the grant. */
  write: (grant: string) => Promise<Output>
  done: (output: Output, fileName: string) => string
}

/** Saves something to a file of the person's choice; `save.mutate({ title, name, write, done })`. Choosing no place does nothing. */
export function useSave<Output>() {
  return useMutation<void, Error, Saving<Output>>({
    async mutationFn({ title, name, write, done }) {
      const place = await shell.pickPlaceToSave({ title, name })
      if (!place) return
      const output = await write(place.grant)
      await shell.deliver(place)
      sayDone(done(output, place.name))
    },
    onError: (error) => {
      if (codeOf(error) !== 'CANCELLED') sayProblem(error)
    },
  })
}
