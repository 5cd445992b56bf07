import { fileSource } from '../exchange/tables/source.ts'
import { tasks } from '../os.ts'
import { vetComments } from './comments.ts'
import { vetFollowers } from './followers.ts'

export const vetting = {
  comments: tasks.vetting.comments.handler(async ({ input, context }) => {
    const { path, name } = await context.grants.readable(input.file)
    return context.jobs.run(`Vetting ${name}`, async (job) => vetComments(await fileSource(path), input, job))
  }),
  followers: tasks.vetting.followers.handler(async ({ input, context }) => {
    const { path, name } = await context.grants.readable(input.file)
    return context.jobs.run(`Vetting ${name}`, async (job) => vetFollowers(await fileSource(path), input, job))
  }),
}
