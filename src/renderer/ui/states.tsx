import { Button, Code, Group, Skeleton, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { problemOf } from '../api/problem.ts'
import classes from './states.module.css'

interface EmptyProps {
  title: string
  /** One or two sentences: what belongs here. */
  children?: ReactNode
  /** The first step, as a button. */
  action?: ReactNode
}

/** For a place that holds nothing yet, or nothing that fits a filter. */
export function EmptyState({ title, children, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      <Text fw={600} size="lg" component="p" m={0}>
        {title}
      </Text>
      {children && (
        <Text c="dimmed" component="p" m={0}>
          {children}
        </Text>
      )}
      {action && (
        <Group gap="xs" mt={8} justify="center">
          {action}
        </Group>
      )}
    </div>
  )
}

interface ProblemProps {
  error: unknown
  /** What did not work, as the beginning of a sentence: "The roster could not be read". */
  what: string
  onRetry?: () => void
  retryVerb?: string
}

/** What happened, what was kept and what to do, with the code that support can look up. */
export function ProblemState({ error, what, onRetry, retryVerb = 'Try again' }: ProblemProps) {
  const { code, message } = problemOf(error)
  return (
    <div className={classes.state} role="alert">
      <Text fw={600} size="lg" component="p" m={0}>
        {what}
      </Text>
      <Text c="dimmed" component="p" m={0}>
        {message}
      </Text>
      <Text c="dimmed" component="p" m={0}>
        Your workspace is as it was. <Code>{code}</Code>
      </Text>
      {onRetry && (
        <Button mt={8} onClick={onRetry}>
          {retryVerb}
        </Button>
      )}
    </div>
  )
}

/** A problem beside the form that caused it. */
export function ProblemNote({ error }: { error: unknown }) {
  if (!error) return null
  const { code, message } = problemOf(error)
  return (
    <div className={classes.note} role="alert">
      {message} <span className={classes.code}>{code}</span>
    </div>
  )
}

/** Stands for text that is on its way, without moving anything when it arrives. */
export function LoadingLines({ lines = 6 }: { lines?: number }) {
  return (
    <Stack gap={12} aria-busy aria-label="Loading" role="status">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={12} width={`${[72, 54, 88, 40, 64, 80][line % 6]}%`} />
      ))}
    </Stack>
  )
}

interface AnswerProps<Data> {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown }
  what: string
  loading?: ReactNode
  children: (data: Data) => ReactNode
}

/** The three states of an answer in one place: on its way, failed, there. */
export function Answer<Data>({ query, what, loading, children }: AnswerProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ProblemState error={query.error} what={what} onRetry={() => void query.refetch()} />
  return loading ?? <LoadingLines />
}
