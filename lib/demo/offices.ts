import type { OrganisationType, Role } from '@/db/vocabulary'

/** Anybody may know it: it opens nothing but made-up people. */
export const demoPassword = 'parley-demo-2026'

export type Seat = 'admin' | 'supervisor' | 'counsellor' | 'counsellor2' | 'analyst' | 'auditor'

export type DemoOffice = {
  name: string
  type: OrganisationType
  phone: string
  feePolicy: string
  staff: readonly { seat: Seat; email: string; name: string; role: Role }[]
}

/** The two offices of the demo: one to work in, and one whose people must never see a thing of the first. */
export const offices = {
  sunshine: {
    name: '阳光债务咨询',
    type: 'CHARITY',
    phone: '0571-85550137',
    feePolicy: '本机构对求助人完全免费，不收取任何服务费、材料费或成功费。',
    staff: [
      { seat: 'admin', email: 'admin@demo.test', name: '周管理', role: 'ADMIN' },
      { seat: 'supervisor', email: 'supervisor@demo.test', name: '王督导', role: 'SUPERVISOR' },
      { seat: 'counsellor', email: 'counsellor@demo.test', name: '李文静', role: 'COUNSELLOR' },
      { seat: 'counsellor2', email: 'counsellor2@demo.test', name: '陈思远', role: 'COUNSELLOR' },
      { seat: 'analyst', email: 'analyst@demo.test', name: '吴分析', role: 'ANALYST' },
      { seat: 'auditor', email: 'auditor@demo.test', name: '郑审计', role: 'AUDITOR' },
    ],
  },
  otherHill: {
    name: '他山协商中心',
    type: 'MEDIATION',
    phone: '028-65550162',
    feePolicy: '调解免费。',
    staff: [{ seat: 'counsellor', email: 'counsellor@other.test', name: '何远山', role: 'COUNSELLOR' }],
  },
} as const satisfies Record<string, DemoOffice>
