import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { codeOf } from '#src/shared/contract/errors.ts'
import { sayDone, sayProblem } from './undo.tsx'

interface ChangeOptions<Input, Output> {
  /** What to say when it is done; null says nothing. */
  done: string | null | ((output: Output, input: Input) => string | null)
  onDone?: (output: Output, input: Input) => void
  /** The form shows the problem itself, as long as it is there; no toast. */
  quiet?: boolean
}

/** One change of the contract as a button or a form makes it: says what was done with Undo for ten seconds, or what went wrong.
 *  `const rename = useChange(client.creators.update, { done: 'Creator renamed' })`, then `rename.mutate({ … })`. */
export function useChange<Input, Output extends object>(
  call: (input: Input) => Promise<Output>,
  { done, onDone, quiet = false }: ChangeOptions<Input, Output>,
): UseMutationResult<Output, Error, Input> {
  const isThere = useRef(true)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => call(input),
    onSuccess: (output, input) => {
      const message = typeof done === 'function' ? done(output, input) : done
      const entryId = entryOf(output)
      if (message) sayDone(entryId === null ? 'Nothing had to change' : message, entryId)
      onDone?.(output, input)
    },
    onError: (error) => {
      if (!(quiet && isThere.current) && codeOf(error) !== 'CANCELLED') sayProblem(error)
    },
  })
}

/** The journal's entry of the change; null where nothing had to change. */
function entryOf(output: object): string | null | undefined {
  return (output as { entryId?: string | null }).entryId
}
