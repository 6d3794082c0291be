/** Of versions, oldest first, the newest of each record; records in the order in which they were last written, newest first. */
export const newest = <V extends { id: string; savedAt: string }>(versions: readonly V[]): V[] =>
  [...new Map(versions.map((version) => [version.id, version])).values()].toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
