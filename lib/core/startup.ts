/** What the database says of itself and of the role this process has in it. */
export type Standing = {
  isSuperuser: boolean
  bypassesRowSecurity: boolean
  /** Tables the role owns, so that it could lift their protection. */
  owned: readonly string[]
  /** Tables without FORCE ROW LEVEL SECURITY. */
  unforced: readonly string[]
  /** Views that read with the rights of whoever made them. */
  openViews: readonly string[]
  fsync: string
  synchronousCommit: string
}

/** What this process was told. A test cluster may forget what was acknowledged; nothing else may. */
export type Told = { hasAddress: boolean; trustsHost: boolean; isTestCluster: boolean }

/** Why this process must not serve, one sentence each for the administrator; empty where it may. */
export const reasonsNotToServe = (standing: Standing, told: Told): string[] =>
  reasons.filter(([isReason]) => isReason(standing, told)).map(([, sentence]) => sentence(standing))

type Reason = [isReason: (standing: Standing, told: Told) => boolean, sentence: (standing: Standing) => string]

const reasons: Reason[] = [
  [(_, told) => !told.hasAddress, () => 'NEXTAUTH_URL is not set: the address of sign-in would come from whoever asks.'],
  [(_, told) => told.trustsHost, () => 'AUTH_TRUST_HOST is set: the address of sign-in would come from whoever asks.'],
  [({ isSuperuser }) => isSuperuser, () => 'The database role is a superuser: row-level security does not hold it.'],
  [
    ({ bypassesRowSecurity }) => bypassesRowSecurity,
    () => 'The database role has BYPASSRLS: row-level security does not hold it.',
  ],
  [({ owned }) => owned.length > 0, ({ owned }) => `The database role owns tables and could open them: ${owned.join(', ')}.`],
  [({ unforced }) => unforced.length > 0, ({ unforced }) => `Row-level security is not forced on: ${unforced.join(', ')}.`],
  [({ openViews }) => openViews.length > 0, ({ openViews }) => `Views without security_invoker: ${openViews.join(', ')}.`],
  [
    ({ fsync }, { isTestCluster }) => fsync !== 'on' && !isTestCluster,
    () => 'fsync is off: a power cut would lose what was acknowledged.',
  ],
  [
    ({ synchronousCommit }, { isTestCluster }) => synchronousCommit === 'off' && !isTestCluster,
    () => 'synchronous_commit is off: a crash would lose what was acknowledged.',
  ],
]
