const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const partOf = (whole: object, key: PropertyKey): object => {
  const value: unknown = Reflect.get(whole, key)
  return isGroup(value) ? value : {}
}

/** An object that reads every group, sentence and function afresh from whatever `read` gives at that moment, so that a group kept in a constant follows the language too. */
export const live = <T extends object>(read: () => T): T => {
  const groups = new Map<PropertyKey, object>()
  return new Proxy({} as T, {
    get: (_, key) => {
      const value: unknown = Reflect.get(read(), key)
      if (!isGroup(value)) return value
      const group = groups.get(key) ?? live(() => partOf(read(), key))
      groups.set(key, group)
      return group
    },
    has: (_, key) => Reflect.has(read(), key),
    ownKeys: () => Reflect.ownKeys(read()),
    getOwnPropertyDescriptor: (_, key) => {
      const found = Reflect.getOwnPropertyDescriptor(read(), key)
      return found && { ...found, configurable: true }
    },
  })
}
