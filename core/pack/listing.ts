/** The lines `sha256 path` of a pack's files, sorted (D2); their own SHA-256 is the pack's digest. */
export function listingOf(files: readonly string[], sha256: (path: string) => string): string {
  return files.map((path) => `${sha256(path)} ${path}\n`).sort().join('')
}

/** The lines taken apart again; null where one does not read, is out of order, twice there or names another place than a pack's. */
export function readListing(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length === 0) return null
  const digests = new Map<string, string>()
  for (const [i, line] of lines.entries()) {
    const [, digest, path] = /^([0-9a-f]{64}) (.+)$/.exec(line) ?? []
    if (digest === undefined || path === undefined || !isPackPath(path) || digests.has(path) || (i > 0 && (lines[i - 1] ?? '') >= line)) return null
    digests.set(path, digest)
  }
  return digests
}

/** Whether a path is one of `packs/<id>/…`, `regions/…`, `industries/…` and goes nowhere else. */
export const isPackPath = (path: string): boolean =>
  path.length <= 120 && /^(?:packs\/[a-z]+-\d{4}|regions|industries)(?:\/[A-Za-z0-9_][\w.-]*)+$/.test(path) && !path.includes('..')
