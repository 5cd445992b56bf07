import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { DemoIds } from './demo-ids.ts'
import type { Troupe } from './launch.ts'

export interface Screen {
  name: string
  address: string | ((ids: DemoIds) => string)
  /** What only this screen shows, once it is there. */
  shows: (page: Page) => Locator
  /** What the keyboard has to reach. */
  primary?: (page: Page) => Locator
  /** Opens what has no address of its own. */
  open?: (troupe: Troupe) => Promise<unknown>
}

const title = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { level: 1, name })
const panel = (name: string | RegExp) => (page: Page) => page.getByRole('complementary', { name })
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first()
const link = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name }).first()
const grid = (name: string) => (page: Page) => page.getByRole('grid', { name }).getByRole('row').nth(1)
const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first()
const tab =
  (name: string) =>
  async ({ page }: Troupe) => {
    await page.getByRole('tab', { name }).click()
    await page.getByRole('tabpanel', { name }).waitFor()
  }
const ofCampaign =
  (part: string) =>
  ({ campaign }: DemoIds) =>
    `/campaigns/${campaign}${part}`
const ofCreator = ({ creator }: DemoIds) => `/roster/${creator}`
const settings = (name: string, id: string): Screen => ({
  name: `Settings, ${name}`,
  address: `/settings?tab=${id}`,
  shows: (page) => page.getByRole('tabpanel', { name }),
})

/** Every screen, with the demo workspace in it. */
export const demoScreens: readonly Screen[] = [
  { name: 'Today', address: '/', shows: link(/^Sign: /), primary: link(/^Sign: /) },
  { name: 'Roster', address: '/roster', shows: grid('Creators'), primary: link('Add creator') },
  { name: 'Roster with a selection', address: '/roster', shows: grid('Creators'), primary: button('Add to campaign'), open: chooseFirst },
  {
    name: 'Roster, nothing fits',
    address: '/roster?search=nobody%20is%20called%20this',
    shows: text('No creator fits these filters'),
    primary: button('Clear the filters'),
  },
  { name: 'Roster, columns', address: '/roster', shows: grid('Creators'), open: ({ page }) => button('Columns')(page).click() },
  {
    name: 'Roster, a view that was changed',
    address: '/roster?view=growing-fastest&sort=city',
    shows: button('Save view'),
    primary: button('Save view'),
    open: ({ page }) => button('Growing fastest')(page).click(),
  },
  { name: 'Shortlists', address: '/shortlists', shows: grid('Shortlists'), primary: button('New shortlist') },
  { name: 'New shortlist', address: '/shortlists?new=true', shows: (page) => page.getByRole('dialog', { name: 'New shortlist' }) },
  {
    name: 'Shortlist',
    address: ({ shortlist }) => `/shortlists/${shortlist}`,
    shows: button(/^Move .* down$/),
    primary: button('Add to campaign'),
  },
  { name: 'New creator', address: '/roster/new', shows: panel('New creator') },
  {
    name: 'Creator',
    address: ofCreator,
    shows: (page) => page.getByRole('tabpanel', { name: 'Overview' }),
    primary: button('Edit the creator'),
  },
  {
    name: 'Vetting',
    address: ({ creator }) => `/vetting/${creator}`,
    shows: (page) => page.getByRole('region', { name: 'Signals' }),
    primary: button('Set a target'),
  },
  { name: 'Creator, rates', address: ofCreator, shows: (page) => page.getByRole('tab', { name: 'Rates' }), open: tab('Rates') },
  { name: 'Creator, work', address: ofCreator, shows: (page) => page.getByRole('tab', { name: 'Work' }), open: tab('Work') },
  { name: 'Creator, history', address: ofCreator, shows: (page) => page.getByRole('tab', { name: 'History' }), open: tab('History') },
  {
    name: 'Creator, edited',
    address: ofCreator,
    shows: button('Edit the creator'),
    open: ({ page }) => button('Edit the creator')(page).click(),
  },
  { name: 'Campaigns', address: '/campaigns', shows: grid('Campaigns'), primary: link('New campaign') },
  { name: 'New campaign', address: '/campaigns/new', shows: panel('New campaign') },
  { name: 'Calendar', address: '/campaigns/new', shows: panel('New campaign'), open: openCalendar },
  { name: 'Clients', address: '/campaigns/clients', shows: panel('Clients'), primary: link('New client') },
  { name: 'Client', address: ({ client }) => `/campaigns/clients/${client}`, shows: button(/^Save|^Archive/) },
  { name: 'Campaign, plan', address: ofCampaign(''), shows: text('Write the brief') },
  { name: 'Campaign, brief', address: ofCampaign('/brief'), shows: (page) => page.getByRole('textbox', { name: 'Goal' }) },
  { name: 'Campaign, brief to send', address: ofCampaign('/brief?view=send'), shows: button('Send brief') },
  { name: 'Campaign, brief as read', address: ofCampaign('/brief?view=preview'), shows: button('Copy text'), primary: button('Copy text') },
  { name: 'Campaign, creators', address: ofCampaign('/creators'), shows: grid('Creators of the campaign'), primary: link('Add creators') },
  { name: 'Campaign, board', address: ofCampaign('/creators?view=board'), shows: button(/^Move /) },
  {
    name: 'Campaign, creator',
    address: ({ campaign, collaboration }) => `/campaigns/${campaign}/creators/${collaboration}`,
    shows: panel(/in this campaign$/),
  },
  {
    name: 'Campaign, creators to add',
    address: ofCampaign('/creators/add'),
    shows: (page) => page.getByRole('dialog').getByRole('row').nth(1),
  },
  { name: 'Campaign, deliverables', address: ofCampaign('/deliverables'), shows: grid('Deliverables'), primary: link('Add deliverable') },
  {
    name: 'Campaign, calendar',
    address: ofCampaign('/deliverables?view=calendar'),
    shows: (page) => page.getByRole('columnheader').or(page.getByText('Mon')).first(),
  },
  {
    name: 'Campaign, deliverable',
    address: ({ campaign, deliverable }) => `/campaigns/${campaign}/deliverables/${deliverable}`,
    shows: panel(/./),
  },
  { name: 'Campaign, new deliverable', address: ofCampaign('/deliverables/new'), shows: panel('New deliverable') },
  {
    name: 'Campaign, contracts',
    address: ofCampaign('/contracts'),
    shows: grid('Contracts of the campaign'),
    primary: link('New contracts'),
  },
  { name: 'Campaign, results', address: ofCampaign('/results'), shows: grid('Live campaign sheet'), primary: link('Enter results') },
  { name: 'Campaign, results to enter', address: ofCampaign('/results/enter'), shows: panel('Results of a post') },
  { name: 'Campaign, new order', address: ofCampaign('/results/order'), shows: panel('New order') },
  { name: 'Campaign, new expense', address: ofCampaign('/results/expense'), shows: panel('New expense') },
  { name: 'Campaign, rows behind a figure', address: ofCampaign('/results/rows?kind=results'), shows: panel('Rows behind the figures') },
  { name: 'Contracts', address: '/contracts', shows: grid('Contracts'), primary: link('New contract') },
  {
    name: 'New contract',
    address: ({ campaign }) => `/contracts/new?campaignId=${campaign}`,
    shows: (page) => page.getByRole('checkbox').first(),
    primary: (page) => page.getByRole('checkbox').first(),
  },
  { name: 'Contract, draft', address: ({ draft }) => `/contracts/${draft}`, shows: paper, primary: link('Sign for the agency') },
  { name: 'Contract to sign', address: ({ draft }) => `/contracts/${draft}/sign`, shows: paper, primary: link('Back') },
  {
    name: 'Contract, fields and a clause unfolded',
    address: ({ draft }) => `/contracts/${draft}`,
    shows: paper,
    open: unfold,
    primary: button('Edit the clause Schedule'),
  },
  {
    name: 'Contract, signed by typing',
    address: ({ draft }) => `/contracts/${draft}/sign`,
    shows: paper,
    open: ({ page }) => page.getByText('Type', { exact: true }).click(),
    primary: button('Sign contract'),
  },
  { name: 'Contract to hand over', address: ({ halfSigned }) => `/contracts/${halfSigned}/sign`, shows: paper, primary: link('Back') },
  {
    name: 'Contract, to send',
    address: ({ halfSigned }) => `/contracts/${halfSigned}?part=signing`,
    shows: (page) => page.getByRole('region', { name: 'What came back' }),
  },
  {
    name: 'Contract, changes',
    address: ({ draft }) => `/contracts/${draft}?part=changes`,
    shows: text('Nothing differs'),
  },
  {
    name: 'Contract, duties',
    address: ({ signed }) => `/contracts/${signed}?part=duties`,
    shows: (page) => page.getByRole('region', { name: 'What is due' }).getByRole('checkbox').first(),
  },
  {
    name: 'Contract, record',
    address: ({ signed }) => `/contracts/${signed}?part=record`,
    shows: text('The chain is whole'),
  },
  {
    name: 'Contracts with a selection',
    address: '/contracts',
    shows: grid('Contracts'),
    open: chooseContract,
    primary: button('Sign for the agency'),
  },
  { name: 'Contracts to sign', address: '/contracts', shows: grid('Contracts'), open: openSigning },
  { name: 'Check a PDF', address: '/contracts/check', shows: panel('Check a PDF'), primary: button('Choose a file') },
  { name: 'Contract, signed', address: ({ signed }) => `/contracts/${signed}`, shows: paper, primary: button('Save PDF') },
  { name: 'Payouts, due', address: '/payouts', shows: text(/^Running total/), primary: (page) => page.getByRole('checkbox').first() },
  { name: 'Payments to record', address: '/payouts', shows: text(/^Running total/), open: openPayments },
  { name: 'Payouts, paid', address: '/payouts?view=paid', shows: text(/^Running total/) },
  { name: 'Statement', address: ({ creator }) => `/payouts/${creator}`, shows: panel('Statement') },
  { name: 'Results', address: '/results', shows: grid('Results by campaign') },
  { name: 'Files', address: '/files', shows: title('Files'), primary: link('Import creators') },
  settings('Agency', 'agency'),
  settings('Tiers', 'tiers'),
  settings('Benchmarks', 'benchmarks'),
  settings('Contracts', 'contracts'),
  settings('Signatures', 'signatures'),
  { ...settings('Signatures', 'signatures'), name: 'Settings, new signing identity', open: openIdentity },
  settings('Window', 'window'),
  settings('History', 'history'),
  settings('About', 'about'),
  { name: 'Keys', address: '/', shows: title('Today'), open: ({ page }) => page.keyboard.press('?') },
  {
    name: 'Import, columns',
    address: '/files/import',
    shows: title('Import creators'),
    open: pickList,
    primary: button(/^Import \d+ creators$/),
  },
  { name: 'Search', address: '/', shows: title('Today'), open: ({ page }) => page.keyboard.press('Control+k') },
]

/** The screens that a workspace without anything in it has. */
export const emptyScreens: readonly Screen[] = [
  {
    name: 'Today',
    address: '/',
    shows: text('Begin with your creators'),
    primary: (page) => page.getByRole('main').getByRole('link', { name: 'Import a list' }),
  },
  { name: 'Roster', address: '/roster', shows: text('No creators yet'), primary: link('Import a list') },
  { name: 'New creator', address: '/roster/new', shows: panel('New creator') },
  { name: 'Shortlists', address: '/shortlists', shows: text('No shortlists yet'), primary: button('New shortlist') },
  { name: 'Campaigns', address: '/campaigns', shows: text('No campaigns yet'), primary: link('New campaign') },
  { name: 'New campaign', address: '/campaigns/new', shows: panel('New campaign') },
  { name: 'Clients', address: '/campaigns/clients', shows: text('No clients yet'), primary: link('New client') },
  { name: 'Contracts', address: '/contracts', shows: text('No contracts yet'), primary: link('New contract') },
  { name: 'New contract', address: '/contracts/new', shows: title('New contract') },
  { name: 'Payouts', address: '/payouts', shows: text('Nothing due'), primary: link('Open campaigns') },
  { name: 'Results', address: '/results', shows: text('No results yet'), primary: link('New campaign') },
  { name: 'Files', address: '/files', shows: title('Files'), primary: link('Import creators') },
  { name: 'Import', address: '/files/import', shows: title('Import creators'), primary: button('Choose a file') },
  settings('History', 'history'),
  { name: 'No such page', address: '/nowhere/at/all', shows: text('There is nothing at this address'), primary: link('Go to Today') },
  { name: 'No such creator', address: '/roster/01890000-0000-7000-8000-000000000000', shows: text('The creator could not be shown') },
  { name: 'No such campaign', address: '/campaigns/01890000-0000-7000-8000-000000000000', shows: text('The campaign could not be shown') },
  { name: 'No such contract', address: '/contracts/01890000-0000-7000-8000-000000000000', shows: text('The contract could not be read') },
]

function paper(page: Page): Locator {
  return page
    .getByRole('document', { name: /^Contract / })
    .locator('span')
    .first()
}

async function chooseFirst({ page }: Troupe): Promise<void> {
  await page
    .getByRole('grid', { name: 'Creators' })
    .getByRole('checkbox', { name: /^Select (?!all)/ })
    .first()
    .click()
  await page.getByRole('region', { name: 'Selection' }).waitFor()
}

async function chooseContract({ page }: Troupe): Promise<void> {
  const box = page
    .getByRole('grid', { name: 'Contracts' })
    .getByRole('checkbox', { name: /^Select (?!all)/ })
    .first()
  // The choice outlives a look at another address of the list.
  await box.check()
  await page.getByRole('region', { name: 'Selection' }).waitFor()
}

async function openSigning(troupe: Troupe): Promise<void> {
  await chooseContract(troupe)
  await troupe.page.getByRole('button', { name: 'Sign for the agency' }).click()
  await troupe.page.getByRole('dialog').getByRole('button', { name: 'Sign 1 contract' }).waitFor()
}

async function unfold({ page }: Troupe): Promise<void> {
  for (const name of [/^Creator/, /^Schedule/]) await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Edit the clause Schedule' }).waitFor()
}

async function openIdentity({ page }: Troupe): Promise<void> {
  await page.getByRole('button', { name: 'Add identity' }).click()
  await page.getByRole('menuitem', { name: 'Make a new one' }).click()
  await page.getByRole('radio', { name: /^A passphrase/ }).click()
}

async function openCalendar({ page }: Troupe): Promise<void> {
  await page.getByLabel('Starts', { exact: true }).click()
  await page.getByRole('dialog', { name: 'Calendar' }).waitFor()
}

async function openPayments({ page }: Troupe): Promise<void> {
  await page
    .getByRole('checkbox', { name: /^Select all of / })
    .first()
    .check()
  await page.getByRole('button', { name: /^Record payments?$/ }).click()
  await page.getByRole('dialog').waitFor()
}

async function pickList({ page, pick }: Troupe): Promise<void> {
  const list = join(import.meta.dirname, '..', 'fixtures', 'kooperationsliste.csv')
  await pick(list, () => page.getByRole('button', { name: 'Choose a file' }).click())
  await page.getByLabel('What the import will do').waitFor()
}
