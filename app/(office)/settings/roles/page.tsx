import { getTranslations } from 'next-intl/server'
import { type Role, roles } from '@/db/vocabulary'
import { requireStaff } from '@/lib/core/session'
import { deedWords } from '../deed-word'
import { Settings, settingsTitle } from '../frame'
import { deedsOf } from '../role-deeds'

export const generateMetadata = () => settingsTitle('roles')

/** What each role sees and may do, in words, from the table that decides it. */
export default async function RolesPage() {
  const [actor, t] = [await requireStaff(), await getTranslations('settings')]
  return (
    <Settings actor={actor} tab="roles">
      <p className="max-w-[60em] text-ink-2">{t('rolesLead')}</p>
      <div className="grid gap-3">
        {roles.map((role) => (
          <RoleCard key={role} role={role} isOpen={actor.roles.includes(role)} />
        ))}
      </div>
    </Settings>
  )
}

async function RoleCard({ role, isOpen }: { role: Role; isOpen: boolean }) {
  const [t, words, deed] = [await getTranslations('settings'), await getTranslations('words'), await deedWords()]
  return (
    <details open={isOpen} className="rounded-m bg-surface p-4 shadow-1">
      <summary className="cursor-pointer">
        <h2 className="inline text-section font-semibold">{words(`role.${role}`)}</h2>
        <span className="ml-2 text-muted">{t('seesWhat', { what: t(`see.${role}`) })}</span>
      </summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {deedsOf(role).map(({ group, sees, may }) => (
          <section key={group} className="grid content-start gap-1">
            <h3 className="font-semibold">{t(`group.${group}`)}</h3>
            {may.length > 0 && <Line label={t('may')} deeds={may.map(deed)} />}
            {sees.length > 0 && <Line label={t('sees')} deeds={sees.map(deed)} />}
          </section>
        ))}
      </div>
    </details>
  )
}

const Line = ({ label, deeds }: { label: string; deeds: string[] }) => (
  <div className="grid grid-cols-[auto_1fr] gap-2">
    <span className="text-dense text-muted">{label}</span>
    <ul className="grid">
      {deeds.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </div>
)
