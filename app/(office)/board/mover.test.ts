import { createTranslator } from 'next-intl'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Toast } from '@/app/_ui/toast'
import { openStages } from '@/db/vocabulary'
import type { Card } from '@/lib/cases/card'
import { messages } from '@/lib/i18n/catalogue'
import type { Answer } from './api'
import { type Board, findCard, place } from './board-state'
import { type Missing, Mover } from './mover'

const card = (over: Partial<Card> = {}): Card => ({
  ...{ id: 'c1', no: 'XS-0001', name: '张**', product: '借呗', owed: '100.00', action: 'TRIAGE', text: '补流水' },
  ...{ due: '2026-11-24', whose: 'us', since: '2026-11-01T02:00:00Z', owner: '李', hold: null, overlays: [] },
  ...{ stage: 'EVIDENCE', serial: 1, v: 4, ...over },
})
const empty: Board = {
  today: '2026-11-21',
  columns: openStages.map((stage) => ({ stage, count: 0, total: '0.00', next: null, cards: [] })),
}

let told: { path: string; body: object; key: string | undefined }[]
let answers: Answer<never>[]
let toasts: Toast[]
let announced: string[]
let missing: Missing[]
let merged: string[]
let forgotten: string[]
let newest: Card | undefined
let latest: { current: Board }
let mover: Mover

beforeEach(() => {
  told = []
  answers = []
  toasts = []
  announced = []
  missing = []
  merged = []
  forgotten = []
  newest = undefined
  latest = { current: place(place(empty, card()), card({ id: 'c2', serial: 2 })) }
  const translator = { locale: 'zh-CN', messages: messages['zh-CN'] } as const
  const around = {
    latest,
    update: (change: (board: Board) => Board) => {
      latest.current = change(latest.current)
    },
    tell: async <Value>(path: string, body: object, key?: string): Promise<Answer<Value>> => {
      told.push({ path, body, key })
      return answers.shift() ?? { kind: 'lost' }
    },
    ...{ hold: vi.fn(), release: vi.fn(), focus: vi.fn() },
    merge: async (id: string) => {
      merged.push(id)
      if (newest !== undefined) latest.current = place(latest.current, newest)
    },
    toast: (toast: Toast) => void toasts.push(toast),
    announce: (sentence: string) => void announced.push(sentence),
    onMissing: (one: Missing) => void missing.push(one),
    forget: (id: string) => void forgotten.push(id),
    t: createTranslator({ ...translator, namespace: 'board' }),
    words: createTranslator({ ...translator, namespace: 'words' }),
  }
  mover = new Mover(() => around)
})

const stageOf = (id: string) => findCard(latest.current, id)?.stage
const done = (moved: Card) => {
  // What the server answers is JSON: here it is given as such.
  answers.push(
    JSON.parse(JSON.stringify({ kind: 'done', value: { card: moved, eventId: 'e1', version: moved.v, to: moved.stage } })),
  )
}

describe('moving a card', () => {
  test('it is in its new column before the server has answered', async () => {
    done(card({ stage: 'DRAFTING', v: 5, due: '2026-11-25' }))
    const moving = mover.move(card(), 'DRAFTING')
    expect(findCard(latest.current, 'c1')).toMatchObject({ stage: 'DRAFTING', whose: 'us', action: 'DRAFT_PROPOSAL', v: 4 })
    await moving
    expect(findCard(latest.current, 'c1')).toMatchObject({ stage: 'DRAFTING', v: 5, due: '2026-11-25' })
    expect(told).toMatchObject([{ path: 'cases/c1/move', body: { version: 4, to: 'DRAFTING' } }])
    expect(announced).toEqual(['张** 现在在“拟定方案”，第 1 位，共 1 张。'])
    expect(toasts).toMatchObject([{ text: '张** 已移到“拟定方案”', action: { label: '撤销' } }])
  })

  test('when the connection fails it goes back, alone, and can be tried again with the same key', async () => {
    const moving = mover.move(card(), 'DRAFTING')
    latest.current = place(latest.current, card({ id: 'c2', serial: 2, stage: 'INTAKE', v: 5 }))
    await moving
    expect([stageOf('c1'), stageOf('c2')]).toEqual(['EVIDENCE', 'INTAKE'])
    expect(findCard(latest.current, 'c1')).toEqual(card())
    expect(toasts).toMatchObject([{ tone: 'bad', action: { label: '重试' } }])
    done(card({ stage: 'DRAFTING', v: 5 }))
    toasts[0]?.action?.run()
    await vi.waitFor(() => expect(stageOf('c1')).toBe('DRAFTING'))
    expect(told[1]?.key).toBe(told[0]?.key)
  })

  test('a missing fact puts it back and names the fact; a refusal is never silent', async () => {
    answers.push({
      kind: 'refused',
      problem: { code: 'guard_missing', detail: '', missing: ['statement'] },
    })
    await mover.move(card(), 'DRAFTING')
    expect(stageOf('c1')).toBe('EVIDENCE')
    expect(missing).toEqual([{ card: card(), to: 'DRAFTING', missing: ['statement'], given: {} }])
  })

  test('what was answered for a move that is refused comes back with what is missing, and is forgotten once it moved', async () => {
    answers.push({ kind: 'refused', problem: { code: 'guard_missing', detail: '', missing: ['statement'] } })
    await mover.move(card(), 'DRAFTING', { reason: '换了工作' })
    expect(missing).toMatchObject([{ given: { reason: '换了工作' } }])
    expect(forgotten).toEqual([])
    done(card({ stage: 'DRAFTING', v: 5 }))
    await mover.move(card(), 'DRAFTING', { reason: '换了工作' })
    expect(forgotten).toEqual(['c1'])
  })

  test('changed elsewhere meanwhile: the card is where it is by now, and that place is said', async () => {
    answers.push({ kind: 'refused', problem: { code: 'conflict', detail: '' } })
    newest = card({ stage: 'INTAKE', v: 5 })
    await mover.move(card(), 'DRAFTING')
    expect(merged).toEqual(['c1'])
    expect(toasts).toMatchObject([{ text: '张** 刚刚有了新的改动，已显示最新状态。', tone: 'bad' }])
    expect(announced).toEqual(['张** 现在在“接案评估”，第 1 位，共 1 张。'])
  })

  test('moved on before the server has answered: the next move follows from where the first one ended', async () => {
    done(card({ stage: 'DRAFTING', v: 5 }))
    done(card({ stage: 'CLIENT_REVIEW', v: 6 }))
    const first = mover.move(card(), 'DRAFTING')
    const shown = findCard(latest.current, 'c1') ?? card()
    await Promise.all([first, mover.move(shown, 'CLIENT_REVIEW')])
    expect(told.map(({ body }) => body)).toMatchObject([{ version: 4 }, { version: 5, to: 'CLIENT_REVIEW' }])
    expect(stageOf('c1')).toBe('CLIENT_REVIEW')
  })

  test('a newer state that arrived meanwhile is not overwritten by going back', async () => {
    const moving = mover.move(card(), 'DRAFTING')
    latest.current = place(latest.current, card({ stage: 'INTAKE', v: 9 }))
    await moving
    expect(findCard(latest.current, 'c1')).toMatchObject({ stage: 'INTAKE', v: 9 })
  })

  test('a stage it cannot go to is answered at once with those it can', async () => {
    await mover.move(card(), 'MONITORING')
    expect(told).toEqual([])
    expect(toasts).toMatchObject([{ text: '“收集材料”不能直接移到“履约跟踪”。可以移到：拟定方案、接案评估、结案。' }])
    expect(announced).toEqual(['张** 放回“收集材料”。'])
  })

  test('a refusal of the role is told in its own words', async () => {
    answers.push({ kind: 'refused', problem: { code: 'forbidden', detail: '您的角色不能做这件事。' } })
    await mover.move(card(), 'DRAFTING')
    expect(toasts).toMatchObject([{ text: '您的角色不能做这件事。', tone: 'bad' }])
    expect(stageOf('c1')).toBe('EVIDENCE')
  })
})

describe('undo', () => {
  test('takes back the last move made here', async () => {
    done(card({ stage: 'DRAFTING', v: 5 }))
    await mover.move(card(), 'DRAFTING')
    done(card({ v: 6 }))
    await mover.undo()
    expect(told[1]).toMatchObject({ path: 'cases/c1/undo-move', body: { version: 5, eventId: 'e1' } })
    expect(findCard(latest.current, 'c1')).toEqual(card({ v: 6 }))
  })

  test('brings a closed card back onto the board', async () => {
    done(card({ stage: 'CLOSED', v: 5 }))
    await mover.move(card(), 'CLOSED')
    expect(stageOf('c1')).toBeUndefined()
    done(card({ v: 6 }))
    await mover.undo('c1')
    expect(stageOf('c1')).toBe('EVIDENCE')
  })

  test('says so when there is nothing to take back', async () => {
    await mover.undo()
    expect(toasts).toEqual([{ text: '没有可以撤销的移动。' }])
  })

  test('waits for a move that is still on its way, instead of taking back the one before it', async () => {
    done(card({ id: 'c2', serial: 2, stage: 'DRAFTING', v: 5 }))
    await mover.move(card({ id: 'c2', serial: 2 }), 'DRAFTING')
    done(card({ stage: 'DRAFTING', v: 5 }))
    done(card({ v: 6 }))
    const moving = mover.move(card(), 'DRAFTING')
    await Promise.all([moving, mover.undo()])
    expect(told.map(({ path }) => path)).toEqual(['cases/c2/move', 'cases/c1/move', 'cases/c1/undo-move'])
    expect([stageOf('c1'), stageOf('c2')]).toEqual(['EVIDENCE', 'DRAFTING'])
  })

  test('asked for twice at once it takes back two moves', async () => {
    done(card({ id: 'c2', serial: 2, stage: 'DRAFTING', v: 5 }))
    await mover.move(card({ id: 'c2', serial: 2 }), 'DRAFTING')
    done(card({ stage: 'DRAFTING', v: 5 }))
    await mover.move(card(), 'DRAFTING')
    done(card({ v: 6 }))
    done(card({ id: 'c2', serial: 2, v: 6 }))
    await Promise.all([mover.undo(), mover.undo()])
    expect(told.slice(2).map(({ path }) => path)).toEqual(['cases/c1/undo-move', 'cases/c2/undo-move'])
    expect([stageOf('c1'), stageOf('c2')]).toEqual(['EVIDENCE', 'EVIDENCE'])
  })

  test('keeps the move when the connection fails, so that it can be tried again', async () => {
    done(card({ stage: 'DRAFTING', v: 5 }))
    await mover.move(card(), 'DRAFTING')
    await mover.undo()
    done(card({ v: 6 }))
    await mover.undo()
    expect(stageOf('c1')).toBe('EVIDENCE')
  })
})
