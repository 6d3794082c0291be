import type { ContactChannel, Locale } from '@/db/vocabulary'
import { words } from '@/lib/i18n/words'
import { citationNamed, citationText } from './citations'
import { countOf, dateOf, fact, listOf, sentenceOf, type Variable } from './variable'

/** Variables about what the other side asked, offered or did, and about authority and advice. */
export const replyVariables = {
  request_date: fact('补件要求日期', 'Documents asked for on', 'evidenceRequest.at', ({ request }, say) =>
    dateOf(request?.on, say),
  ),
  requested_items: fact('要求补充的材料', 'Documents asked for', 'evidenceRequest.items', ({ request }) =>
    listOf(request?.items),
  ),
  items_to_come: fact('尚待补交的材料', 'Documents still to come', 'evidenceRequest.items', ({ toCome = [] }) => toCome),
  request_deadline: fact('补件期限', 'Documents due by', 'evidenceRequest.deadline', ({ request }, say) =>
    dateOf(request?.deadline, say),
  ),

  sent_version: fact('提交的版本', 'Version sent', 'proposal.version', ({ submission }) => countOf(submission?.version)),
  sent_on: fact('提交日期', 'Sent on', 'proposal.sentAt', ({ submission }, say) => dateOf(submission?.on, say)),
  sent_channel: fact('提交渠道', 'Sent by way of', 'proposal.channel', ({ submission }, { language }) =>
    submission ? channelWord(submission.channel, language) : null,
  ),
  expected_reply_by: fact('预期答复日', 'Answer expected by', 'proposal.expectedReplyBy', ({ submission }, say) =>
    dateOf(submission?.replyBy, say),
  ),

  counter_date: fact('还价日期', 'Counter-offer of', 'decision.at', ({ counter }, say) => dateOf(counter?.on, say)),
  counter_version: fact('还价针对的版本', 'Version countered', 'decision.version', ({ counter }) => countOf(counter?.version)),
  counter_terms: fact('还价内容', 'Terms of the counter-offer', 'decision.counterTerms', ({ counter }) => listOf(counter?.terms)),
  counter_is_accepted: fact(
    '是否接受还价',
    'Counter-offer accepted?',
    'decision.answer',
    ({ counter }) => counter?.isAccepted ?? null,
  ),
  counter_answer: fact('我方答复', 'Our answer', 'decision.answer', ({ counter }) => listOf(counter?.answer)),

  decision_date: fact('答复日期', 'Decided on', 'decision.at', ({ decision }, say) => dateOf(decision?.on, say)),
  decision_channel: fact('答复渠道', 'Decided by way of', 'decision.channel', ({ decision }, { language }) =>
    decision ? channelWord(decision.channel, language) : null,
  ),
  decision_agent: fact('答复人工号', 'Agent', 'decision.decidedBy', ({ decision }) => decision?.agent ?? null),
  granted_terms: fact('同意的内容', 'Terms granted', 'decision.granted', ({ decision }) => listOf(decision?.terms)),

  authority_matters: fact('委托事项', 'Matters', 'authorisation.matters', ({ authority }) => listOf(authority?.matters)),
  authority_from: fact('委托开始', 'Authority from', 'authorisation.from', ({ authority }, say) => dateOf(authority?.from, say)),
  authority_until: fact('委托结束', 'Authority until', 'authorisation.until', ({ authority }, say) =>
    dateOf(authority?.until, say),
  ),

  report_date: fact('信用报告日期', 'Credit report of', 'creditReport.at', ({ dispute }, say) => dateOf(dispute?.reportOn, say)),
  report_no: fact('信用报告编号', 'Credit report number', 'creditReport.number', ({ dispute }) => dispute?.reportNo ?? null),
  disputed_items: fact('异议内容', 'Disputed entries', 'dispute.items', ({ dispute }) => listOf(dispute?.items)),
  correction: fact('应更正为', 'Correct facts', 'dispute.correction', ({ dispute }, say) => sentenceOf(dispute?.correction, say)),

  conduct_at: fact('催收时间', 'Time of the contact', 'contact.at', ({ conduct }, { date, language }) =>
    conduct ? `${date(conduct.at.slice(0, 10))}${language === 'en' ? ' at ' : ' '}${conduct.at.slice(11, 16)}` : null,
  ),
  conduct_channel: fact('催收方式', 'Channel', 'contact.channel', ({ conduct }, { language }) =>
    conduct ? channelWord(conduct.channel, language) : null,
  ),
  conduct_party: fact('催收方', 'Collector', 'contact.counterpart', ({ conduct }) => conduct?.party ?? null),
  conduct_description: fact('催收经过', 'What happened', 'contact.summary', ({ conduct }, say) =>
    sentenceOf(conduct?.description, say),
  ),
  conduct_rule: fact('所涉规则', 'Rule concerned', 'contact.conductFlag', ({ conduct }, { language }) =>
    conduct ? ruleText(conduct.rule, language) : null,
  ),
  conduct_broken: fact('未做到的要求', 'What was not kept', 'contact.conductFlag', ({ conduct }, { language }) =>
    conduct ? conduct.broken.join(language === 'en' ? '; ' : '；') : null,
  ),

  advice_date: fact('咨询日期', 'Advice given on', 'contact.at', ({ advice }, say) => dateOf(advice?.on, say)),
  advice_points: fact('咨询内容', 'Points of advice', 'contact.summary', ({ advice }) => listOf(advice?.points)),
  client_choices: fact('客户的选择', 'The client’s choices', 'contact.choices', ({ advice }) => listOf(advice?.choices)),
} as const satisfies Record<string, Variable>

function channelWord(channel: ContactChannel, language: Locale): string {
  const { zh, en } = words.channel[channel]
  if (language !== 'en') return zh
  return /^[A-Z]{2}/.test(en) ? en : en.charAt(0).toLowerCase() + en.slice(1)
}

function ruleText(name: string, language: Locale): string | null {
  const citation = citationNamed(name)
  return citation ? citationText(citation, language) : null
}
