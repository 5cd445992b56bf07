/** A post on file. */
export interface SampledPost {
  readonly id: string
  readonly postedOn: string | null
  readonly day: number | null
  readonly isSponsored: boolean | null
}
