import { sentences } from '../sentences'

/** How worried to be about a running plan, and why. */
export const earlyWarning = sentences(
  {
    title: '履约预警',
    level: { CALM: '平稳', WATCH: '留意', ACT: '尽快联系' },
    points: '{points, number} 分',
    each: '{points, number} 分',
    reason: {
      LATE_NOW: '有一期逾期未还',
      LATE_LONG: '逾期超过一周',
      LATE_BEFORE: '之前有一期还得晚',
      PARTLY_PAID: '有一期只还了一部分',
      NEW_HARDSHIP: '协议生效后又遇到新的困难',
      BUDGET_SHORT: '最新收支表的余额不够还下一期',
      BUDGET_TIGHT: '最新收支表的余额刚够还下一期，没有余量',
      BUDGET_WORSE: '余额比签协议时少了两成以上',
      BUDGET_OLD: '半年没有更新收支表',
      STEP_UP: '后一期比下一期多两成以上',
    },
    none: '没有发现需要担心的情况。',
    advice: {
      CALM: '按计划跟踪即可。',
      WATCH: '下次联系时问一问，必要时请客户更新收支表。',
      ACT: '先联系客户，问清情况，更新收支表；还不起就尽早和债权方重新协商，不要等到违约。',
    },
    how: '分数是经验判断，逐项相加：2 分起留意，4 分起尽快联系。它不是违约概率，也不用来评价客户。',
  },
  {
    title: 'Early warning',
    level: { CALM: 'Calm', WATCH: 'Keep an eye on it', ACT: 'Get in touch soon' },
    points: '{points, plural, one {# point} other {# points}}',
    each: '{points, plural, one {# point} other {# points}}',
    reason: {
      LATE_NOW: 'An instalment is late',
      LATE_LONG: 'It has been late for more than a week',
      LATE_BEFORE: 'An earlier instalment was paid late',
      PARTLY_PAID: 'An instalment is paid in part only',
      NEW_HARDSHIP: 'New hardship since the agreement',
      BUDGET_SHORT: 'The latest statement leaves less than the next instalment',
      BUDGET_TIGHT: 'The latest statement leaves just about the next instalment, nothing to spare',
      BUDGET_WORSE: 'A fifth or more less is left than when it was agreed',
      BUDGET_OLD: 'No statement for half a year',
      STEP_UP: 'The instalment after the next one is a fifth larger or more',
    },
    none: 'Nothing to worry about.',
    advice: {
      CALM: 'Follow the plan as usual.',
      WATCH: 'Ask about it at the next contact; have the statement brought up to date if need be.',
      ACT: 'Talk to the client, bring the statement up to date, and renegotiate early if the plan cannot be kept; do not wait for a breach.',
    },
    how: 'The points are experience written down and added up: from 2 keep an eye on it, from 4 get in touch. They are no probability of default and no judgement of the client.',
  },
)
