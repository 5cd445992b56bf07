import { Link } from '@tanstack/react-router'
import type { Contract } from '../contract.ts'
import classes from './fields.module.css'

/** Leads to the record that a value comes from, where it has a page of its own. */
export function SourceLink({ contract: { campaignId, collaborationId, creatorId }, source }: { contract: Contract; source: string }) {
  const look = { className: classes.source }
  switch (source) {
    case 'agency settings':
      return (
        <Link {...look} to="/settings" search={{ tab: 'agency' }}>
          Open settings
        </Link>
      )
    case 'creator':
      return creatorId ? (
        <Link {...look} to="/roster/$creatorId" params={{ creatorId }}>
          Open creator
        </Link>
      ) : null
    case 'campaign':
      return (
        <Link {...look} to="/campaigns/$campaignId" params={{ campaignId }}>
          Open campaign
        </Link>
      )
    case 'brief':
      return (
        <Link {...look} to="/campaigns/$campaignId/brief" params={{ campaignId }}>
          Open brief
        </Link>
      )
    case 'collaboration':
      return collaborationId ? (
        <Link {...look} to="/campaigns/$campaignId/creators/$collaborationId" params={{ campaignId, collaborationId }}>
          Open what was agreed
        </Link>
      ) : null
    default:
      return null
  }
}
