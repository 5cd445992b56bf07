import { mutations, queries, tasks } from '../../os.ts'
import { removeBrand, saveBrand } from './brands.ts'
import { removeContact, saveContact } from './contacts.ts'
import { addDocument, removeDocument, saveDocument } from './documents.ts'
import { updateProfile } from './edit.ts'
import { readProfileImage, setPortrait } from './images.ts'
import { removeSample, saveSample } from './samples.ts'
import { showProfile } from './show.ts'

export const profiles = {
  show: queries.profiles.show.handler(({ input, context }) => showProfile(context.read, input.creatorId)),
  update: mutations.profiles.update.handler(({ input, context }) => updateProfile(context, input)),
  setPortrait: tasks.profiles.setPortrait.handler(({ input, context }) => setPortrait(context, input)),
  image: queries.profiles.image.handler(({ input, context }) => readProfileImage(context, input.imageId)),
  saveContact: mutations.profiles.saveContact.handler(({ input, context }) => saveContact(context, input)),
  removeContact: mutations.profiles.removeContact.handler(({ input, context }) => removeContact(context, input.id)),
  saveBrand: mutations.profiles.saveBrand.handler(({ input, context }) => saveBrand(context, input)),
  removeBrand: mutations.profiles.removeBrand.handler(({ input, context }) => removeBrand(context, input.id)),
  saveSample: tasks.profiles.saveSample.handler(({ input, context }) => saveSample(context, input)),
  removeSample: mutations.profiles.removeSample.handler(({ input, context }) => removeSample(context, input.id)),
  addDocument: tasks.profiles.addDocument.handler(({ input, context }) => addDocument(context, input)),
  saveDocument: tasks.profiles.saveDocument.handler(({ input, context }) => saveDocument(context, input)),
  removeDocument: mutations.profiles.removeDocument.handler(({ input, context }) => removeDocument(context, input.id)),
}
