import type { Locale, Role } from '@/db/vocabulary'

/** Everything a rule may ask about the person (or job) that acts. */
export type ActorFacts = {
  kind: 'staff' | 'client' | 'system'
  id: string
  name: string
  organisationId: string
  organisationName: string
  timeZone: string
  locale: Locale
  roles: readonly Role[]
  /** The client record of a client or delegate account. */
  clientId?: string | undefined
  /** Whose cases this actor works: their own and those deputised to them. */
  owners: readonly string[]
  /** Open teams this actor belongs to. */
  teams: readonly string[]
  isDemo: boolean
  /** A read-only API key may ask, never change. */
  mayWrite: boolean
}

/** The private field makes the type nominal: an object literal is not an Actor, however complete. */
class Proven {
  readonly #proven = true
  readonly kind: ActorFacts['kind']
  readonly id: string
  readonly name: string
  readonly organisationId: string
  readonly organisationName: string
  readonly timeZone: string
  readonly locale: Locale
  readonly roles: readonly Role[]
  readonly clientId: string | undefined
  readonly owners: readonly string[]
  readonly teams: readonly string[]
  readonly isDemo: boolean
  readonly mayWrite: boolean

  constructor(facts: ActorFacts) {
    this.kind = facts.kind
    this.id = facts.id
    this.name = facts.name
    this.organisationId = facts.organisationId
    this.organisationName = facts.organisationName
    this.timeZone = facts.timeZone
    this.locale = facts.locale
    this.roles = facts.roles
    this.clientId = facts.clientId
    this.owners = facts.owners
    this.teams = facts.teams
    this.isDemo = facts.isDemo
    this.mayWrite = facts.mayWrite
  }

  get isProven() {
    return this.#proven
  }
}

export type Actor = Proven

/** Makes an Actor. Only the session, the API key door, jobs, the command line, the demo and tests may import this file. */
export const prove = (facts: ActorFacts): Actor => new Proven(facts)
