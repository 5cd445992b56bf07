import { mutations, queries } from '../os.ts'
import { createClient, listClients, setClientsArchived, showClient, updateClient } from './queries.ts'

export const clients = {
  list: queries.clients.list.handler(({ input, context }) => listClients(context.read, input)),
  show: queries.clients.show.handler(({ input, context }) => showClient(context.read, input.id)),
  create: mutations.clients.create.handler(({ input, context }) => createClient(context, input)),
  update: mutations.clients.update.handler(({ input, context }) => updateClient(context, input)),
  setArchived: mutations.clients.setArchived.handler(({ input, context }) => setClientsArchived(context, input)),
}
