import { sentences } from '../sentences'

/** What a person may ask about their data [PIPL 44–48], in the portal and in the office. */
export const rights = sentences({ title: '我的个人信息' }, { title: 'My personal data' })
