export { titleBadge } from '../client/title-badge.ts'
