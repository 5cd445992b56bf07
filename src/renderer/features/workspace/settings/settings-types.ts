import type { z } from 'zod'
import type { BenchmarkSet, Settings as SettingsSchema, WorkspaceInfo } from '#src/shared/contract/workspace.ts'

export type Settings = z.infer<typeof SettingsSchema>
export type Info = z.infer<typeof WorkspaceInfo>
export type Benchmarks = z.infer<typeof BenchmarkSet>
