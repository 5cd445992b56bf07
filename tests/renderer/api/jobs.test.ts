import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJobList, type Job } from '#src/renderer/api/jobs.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const job = (changes: Partial<Job> = {}): Job => ({
  id: 'import',
  label: 'Importing list.csv',
  progress: 0,
  note: null,
  state: 'running',
  canCancel: true,
  ...changes,
})

test('work that ends at once is never shown', () => {
  const jobs = createJobList()
  jobs.take(job())
  vi.advanceTimersByTime(200)
  jobs.take(job({ state: 'done' }))
  vi.advanceTimersByTime(10_000)
  expect(jobs.shown()).toEqual([])
})

test('longer work is shown as it stands by then, follows its progress, and goes after its end', () => {
  const jobs = createJobList()
  jobs.take(job())
  jobs.take(job({ progress: 0.2 }))
  vi.advanceTimersByTime(500)
  expect(jobs.shown()).toMatchObject([{ progress: 0.2 }])
  jobs.take(job({ progress: 0.7 }))
  expect(jobs.shown()).toMatchObject([{ progress: 0.7 }])
  jobs.take(job({ state: 'done', progress: 1 }))
  expect(jobs.shown()).toMatchObject([{ state: 'done' }])
  vi.advanceTimersByTime(2000)
  expect(jobs.shown()).toEqual([])
})

test('a failure stays longer than a success', () => {
  const jobs = createJobList()
  jobs.take(job())
  vi.advanceTimersByTime(500)
  jobs.take(job({ state: 'failed' }))
  vi.advanceTimersByTime(5000)
  expect(jobs.shown()).toMatchObject([{ state: 'failed' }])
})

test('another engine knows nothing of the work before it', () => {
  const jobs = createJobList()
  jobs.take(job())
  vi.advanceTimersByTime(500)
  jobs.take(job({ id: 'pdf' }))
  jobs.clear()
  vi.advanceTimersByTime(1000)
  expect(jobs.shown()).toEqual([])
})
