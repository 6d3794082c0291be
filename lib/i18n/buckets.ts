import { words } from './words'

const named = (language: 'zh' | 'en') => ({
  principal: words.bucket.principal[language],
  overduePrincipal: words.bucket.overduePrincipal[language],
  interest: words.bucket.interest[language],
  overdueInterest: words.bucket.overdueInterest[language],
  penaltyPrincipal: words.bucket.penaltyPrincipal[language],
  penaltyInterest: words.bucket.penaltyInterest[language],
  fees: words.bucket.fees[language],
})

/** What the parts of a balance are called wherever a field asks for them. */
export const buckets = { zh: named('zh'), en: named('en') }
