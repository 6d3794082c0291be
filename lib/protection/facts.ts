import { z } from 'zod'
import { assessmentCauses, assessmentDecisions, dataKinds, riskLevels } from '@/db/vocabulary-protection'
import { civilDay, optional, paragraphs, requiredLine, requiredParagraphs, whole } from '@/lib/platform/fields'

const text = requiredParagraphs(2000)

/** 个人信息保护影响评估 [PIPL 55, 56]: what is done with data and why, what it may do to people, what is done about it. */
export const assessmentFields = {
  title: requiredLine(100),
  cause: z.enum(assessmentCauses),
  purpose: text,
  legalBasis: requiredLine(300),
  necessity: text,
  risk: text,
  level: z.enum(riskLevels),
  measures: text,
  decision: z.enum(assessmentDecisions),
  decidedOn: civilDay,
  reviewOn: optional(civilDay),
}

/** 个人信息安全事件 [PIPL 57]. `foundAt` is told by the office's clocks, and kept as an instant. */
export const incidentFields = {
  title: requiredLine(100),
  foundAt: z.string('required').max(16, 'date'),
  what: text,
  dataKinds: z.array(z.enum(dataKinds), 'required').min(1, 'required').max(dataKinds.length),
  people: whole(0, 1_000_000),
  harm: text,
  measures: text,
  authorityOn: optional(civilDay),
  peopleOn: optional(civilDay),
  whyNotTold: paragraphs(1000).default(''),
  isClosed: z.boolean().default(false),
}

const assessment = z.object(assessmentFields)
const incident = z.object({ ...incidentFields, foundAt: z.iso.datetime() })
export type Assessment = z.output<typeof assessment>
export type Incident = z.output<typeof incident>

/** What a row of the ledger says; rows of an older product are read with what they lack left empty, or not at all. */
export const readAssessment = (facts: unknown): Assessment | undefined => assessment.safeParse(facts).data
export const readIncident = (facts: unknown): Incident | undefined => incident.safeParse(facts).data
