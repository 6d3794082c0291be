import { expect, test } from 'vitest'
import { clientActor, openOffice } from '@/db/testing/factories'
import { refusalOf } from '@/db/testing/traces'
import { execute } from '@/lib/core/command'
import { addEvidenceType } from './commands'
import { listEvidenceTypes } from './types.queries'

test('SE-09 a new kind of evidence is there at once, with its checklist, for this office only', async () => {
  const [office, elsewhere] = [await openOffice(), await openOffice({ name: '别处' })]
  await execute(addEvidenceType, office.admin, {
    ...{ code: 'RENT_CONTRACT', nameZh: '租房合同', nameEn: 'Rent contract', sensitive: 'FINANCIAL' },
    checklist: { hardship: 'UNEMPLOYMENT', required: true, months: 6 },
  })
  expect((await listEvidenceTypes(office.analyst)).types).toEqual([
    {
      ...{ code: 'RENT_CONTRACT', nameZh: '租房合同', nameEn: 'Rent contract', sensitive: 'FINANCIAL', isActive: true },
      validMonths: null,
      uses: [{ hardship: 'UNEMPLOYMENT', group: 'RENT_CONTRACT', required: true, months: 6 }],
    },
  ])
  expect((await listEvidenceTypes(elsewhere.counsellor)).types).toEqual([])
  const client = clientActor(office, { id: office.creditorId, name: '张' })
  expect((await refusalOf(listEvidenceTypes(client))).code).toBe('forbidden')
})
