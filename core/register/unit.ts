/** A unit of the register (名录) as it is kept. Groups and risk class are the regulator's own. */
export interface RegisterEntry {
  readonly unit: string
  readonly name: string
  /** Six digits, '' where it is not known. */
  readonly region: string
  readonly contact: string
  readonly phone: string
  readonly certs: readonly string[]
  /** Numbers of the forms expected; none: what the pack says. */
  readonly forms: readonly string[]
  readonly groups: readonly string[]
  readonly risk: string
  /** A deadline of its own; null: the pack's. */
  readonly deadline: string | null
  readonly active: boolean
}
export type RegisterField = Exclude<keyof RegisterEntry, 'unit'>

/** The fields of a unit, in the order lists show them. */
export const registerFields: readonly RegisterField[] = ['name', 'region', 'contact', 'phone', 'certs', 'forms', 'groups', 'risk', 'deadline', 'active']

/** A field as one text: how changes are recorded and compared. */
export function fieldText(entry: Pick<RegisterEntry, RegisterField>, field: RegisterField): string {
  const value = entry[field]
  if (typeof value === 'boolean') return value ? '在册' : '停用'
  return typeof value === 'string' ? value : value === null ? '' : value.join('、')
}

/** The fields in which two entries differ. */
export const changedFields = (old: RegisterEntry, now: RegisterEntry): readonly RegisterField[] => registerFields.filter(field => fieldText(old, field) !== fieldText(now, field))

/** A unit nobody knows anything of yet. */
export const newEntry = (unit: string): RegisterEntry => ({ unit, name: '', region: '', contact: '', phone: '', certs: [], forms: [], groups: [], risk: '', deadline: null, active: true })
