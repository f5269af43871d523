import type { QueueLine } from '../../../core/contract/regulator/review.ts'
import { daysBetween } from '../../grid/dates.ts'
import { t } from '../../text/texts.ts'
import type { IconName } from '../../ui/icons/paths.ts'
import { dayOf, today } from '../office/today.ts'
import { looks } from '../verify/VerdictMark.tsx'

/** The parts of the queue. */
export const queueGroups = ['in_review', 'returned', 'accepted', 'other'] as const
export type QueueGroup = (typeof queueGroups)[number]

/** Whether something beside being late asks for a look first. */
export const asksLook = (line: QueueLine): boolean => line.state === 'in_review' && line.why.length > (line.late ? 1 : 0)

/** Shape and tone of a line of the queue. */
export const queueLook = (line: QueueLine): { readonly icon: IconName; readonly tone: string } => {
  if (line.state === 'returned') return { icon: 'query', tone: 'c-accent' }
  if (line.state === 'accepted') return { icon: 'done', tone: 'c-done' }
  return looks[line.verdict]
}

const counted = (line: QueueLine): readonly string[] => {
  const r = t.review
  return [
    ...(line.verdict === 'altered' ? [r.altered(line.changed)] : line.verdict === 'resaved' ? [r.resaved] : []), ...(line.handFiled ? [r.hand] : []),
    ...(line.errors > 0 ? [r.errors(line.errors)] : []), ...(line.unexplained > 0 ? [r.unexplained(line.unexplained)] : line.warnings > 0 ? [r.warnings(line.warnings)] : []), ...(line.differences > 0 ? [r.differences(line.differences)] : []),
    ...(line.queries.answered > 0 ? [r.answered(line.queries.answered)] : []), ...(line.late ? [r.late] : []),
  ]
}

/** What a line of the queue says under the name. */
export const queueWords = (line: QueueLine): readonly string[] => {
  const r = t.review
  const day = dayOf(line.since)
  if (line.state === 'returned') return [r.sent(line.queries.sent), r.returnedFor(Math.max(0, daysBetween(day, today())))]
  if (line.state === 'accepted') return [r.submit(line.submitNo), r.acceptedOn(day.slice(5)), ...(line.handFiled ? [r.hand] : [])]
  if (line.state !== 'in_review') return [r.submit(line.submitNo), r.stateLine[line.state]]
  return [r.submit(line.submitNo), ...counted(line).slice(0, 2)]
}
