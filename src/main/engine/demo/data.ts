import agencyData from '../../../../resources/demo/agency.json' with { type: 'json' }
import creatorData from '../../../../resources/demo/creators.json' with { type: 'json' }

export interface DemoCreator {
  name: string
  platform: string
  handle: string
  followers: number
  /** Followers gained in a month, basis points. */
  growthBp: number
  engagementBp: number
  niches: string[]
  country: string
  city: string
  /** Asked for a post, in whole euros; null where nothing was asked yet. */
  price: number | null
}

type Row = [string, string, string, number, number, number, string, string, string, number | null]

export const demoCreators: DemoCreator[] = (creatorData.rows as Row[]).map(
  ([name, platform, handle, followers, growthBp, engagementBp, niches, country, city, price]) => ({
    name,
    platform,
    handle,
    followers,
    growthBp,
    engagementBp,
    niches: niches.split(', '),
    country,
    city,
    price,
  }),
)

/** A campaign of the demo. Days count from today, amounts are whole euros, `revenue` is what orders bring in for each euro of an asking price. */
export interface DemoCampaign {
  client: string
  name: string
  programKind: string
  /** What it ends up as. */
  status: string
  starts: number
  ends: number
  budget: number
  platforms: string[]
  niches: string[]
  creators: number
  /** `done`: all paid; `mixed`: everybody at another point. */
  stage: string
  code: string
  goal: string
  messages: string[]
  /** The format asked for on each platform. */
  formats: { platform: string; format: string }[]
  hashtags: string[]
  mentions: string[]
  revenue: number
}

export const demoAgency: Omit<typeof agencyData, 'campaigns'> & { campaigns: DemoCampaign[] } = agencyData
