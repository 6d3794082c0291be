import { getLocale, getTranslations } from 'next-intl/server'
import { civilDates } from '@/app/_parts/civil-dates'
import { dayOf } from '@/app/_parts/day-of'
import { Disclosure } from '@/app/_parts/disclosure'
import { useTypeName } from '@/app/_parts/evidence-line'
import { Panel } from '@/app/_ui/panel'
import type { listContacts } from '@/lib/contacts/queries'
import { letterOf, ruleOf } from '@/lib/contacts/rule-task'
import { mayDo } from '@/lib/core/permissions'
import type { CaseView } from '../_frame/case-view'
import { AddTask, CompleteTask } from './task-forms'

type Task = Awaited<ReturnType<typeof listContacts>>['tasks'][number]

export async function Tasks({ view: { actor, kase, evidence }, tasks }: { view: CaseView; tasks: readonly Task[] }) {
  const t = await getTranslations('contacts')
  return (
    <Panel title={t('tasks')} id="tasks">
      {tasks.length === 0 && <p className="text-muted">{t('noTasks')}</p>}
      <ul className="grid gap-2">
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            types={evidence.types}
            mayComplete={mayDo(actor, 'task.complete')}
            timeZone={actor.timeZone}
          />
        ))}
      </ul>
      {mayDo(actor, 'task.add') && (
        <Disclosure label={t('addTask')}>
          <AddTask caseId={kase.id} />
        </Disclosure>
      )}
    </Panel>
  )
}

type LineProps = { task: Task; types: CaseView['evidence']['types']; mayComplete: boolean; timeZone: string }

/** A task a rule made has no title of its own: it is told from what made it. */
function TaskLine({ task, types, mayComplete, timeZone }: LineProps) {
  const nameOf = useTypeName(types)
  const document = task.origin.startsWith('document:') ? nameOf(task.origin.slice('document:'.length)) : undefined
  return (
    <li className="flex flex-wrap items-center gap-2 border-b border-line pb-2">
      <TaskWords task={task} document={document} timeZone={timeZone} />
      {task.doneAt === null && mayComplete && (
        <span className="ml-auto">
          <CompleteTask taskId={task.id} />
        </span>
      )}
    </li>
  )
}

async function TaskWords({ task, document, timeZone }: { task: Task; document: string | undefined; timeZone: string }) {
  const [t, civil] = [await getTranslations('contacts'), civilDates(await getLocale())]
  const [rule, letter, words] = [ruleOf(task.origin), letterOf(task.origin), await getTranslations('words')]
  const ofLetter = letter === undefined ? '—' : t('letterTask', { name: words(`letterKind.${letter}`) })
  const ofRule = rule === undefined ? ofLetter : t(`ruleTask.${rule}`)
  const title = task.title || (document === undefined ? ofRule : t('documentTask', { name: document }))
  return (
    <>
      <span className={task.doneAt === null ? 'font-medium' : 'text-muted line-through'}>{title}</span>
      <span className="text-dense text-muted">
        {[
          task.doneAt === null
            ? task.dueOn !== null && t('due', { date: civil.inText(task.dueOn) })
            : t('doneOn', { date: civil.inText(dayOf(task.doneAt, timeZone)) }),
          task.assignee,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
