import { trainAccounts } from './accounts.mjs'
import { trainComments } from './comments.mjs'
import { labelledAccounts, labelledVideos } from './labelled.mjs'

const seed = 20_261_121
const script = 'scripts/train-authenticity.mjs'
const youTube = {
  dataset: 'UCI YouTube Spam Collection (Alberto, Lochter, Almeida 2015), UCI Machine Learning Repository',
  licence: 'CC BY 4.0',
}
const instaFake = {
  dataset: 'InstaFake (Akyon, Kalfaoglu 2019), arXiv 1910.03090',
  licence: 'none stated; only these weights and figures were derived from it',
}

/** Both files of weights as they are kept, without their date, and what was measured. @param {string} folder */
export async function trainAuthenticity(folder) {
  const comments = trainComments(await labelledVideos(folder))
  const accounts = trainAccounts(await labelledAccounts(folder), seed)
  const kept = (source, { weights, metrics }) => ({ provenance: { ...source, script, seed, metrics }, ...weights })
  return { comments: kept(youTube, comments), accounts: kept(instaFake, accounts), byVideo: comments.byVideo }
}
