import { sentences } from '../sentences'

/** How often proposals like a draft were approved: beside the draft, and its switch on the method page. */
export const likelihood = sentences(
  {
    title: '相似方案的获批情况',
    range: '情况相近的方案，以往约 {low} 至 {high} 获批（95% 区间）。',
    similar: '情况相近的有 {n} 件（各项因素全同或只差一项），其中获批 {events} 件。',
    similarFew: '情况相近的有 {n} 件（各项因素全同或只差一项）。',
    basis: '依据：本机构 {n} 件已有结果的首次提交（每位客户只计一件，不含这位客户），获批 {events} 件。',
    calibration: '对没有参与计算的案件，校准斜率 {slope}（{low}–{high}，1 为准确）；Brier {brier}，只报平均获批率为 {plain}。',
    caveat: '这是以往的比例，不是这位客户的结果；不要用它来拒绝客户或改动事实，也不要告诉客户。系统里没有任何步骤依据它。',
    hidden: {
      too_few: '已有结果的方案还太少（{n} 件，获批 {events} 件），说不出相似方案的获批情况。',
      low_events: '相对于要考虑的因素，已有结果的方案还太少（{n} 件），说不出相似方案的获批情况。',
      no_better: '按现有的 {n} 件结果，这些因素不比平均获批率说明得更多，因此不给区间。',
      uncalibrated: '对没有参与计算的案件，算出来的比例与实际不符，因此不给区间。',
      too_clear: '这些因素把结果分得太清楚，像是答复之后才知道的，因此不给区间。请检查快照里的内容。',
      facts_missing: '还缺：{columns}。补齐之后才能与以往的方案相比。',
      never_seen: '以往没有这样的情况：{columns}，因此无从比较。',
      few_similar: '情况相近的只有 {similar} 件，太少，不给区间。',
      large: '件数太多，暂不计算。',
    },
    setting: '草稿旁的获批参考',
    isOn: '已开启：辅导员在草稿旁看到相似方案以往的获批区间；校准不成立时只说明原因。客户始终看不到。',
    isOff: '已关闭（默认）。开启后，辅导员在草稿旁看到相似方案以往的获批区间；校准不成立时只说明原因。客户始终看不到。',
    switchOn: '开启',
    switchOff: '关闭',
  },
  {
    title: 'How proposals like this one fared',
    range: 'Of proposals like this one, about {low} to {high} were approved (95 % interval).',
    similar: '{n} were like it (all factors the same, or all but one); {events} of them were approved.',
    similarFew: '{n} were like it (all factors the same, or all but one).',
    basis: 'Based on {n} decided first versions here (one per client, without this client), {events} of them approved.',
    calibration:
      'For cases the model had not seen: calibration slope {slope} ({low}–{high}; 1 is right), Brier {brier} against {plain} for the plain rate.',
    caveat:
      'This is a share of the past, not what will become of this client. Do not use it to turn a client away or to alter facts, and do not tell it to clients. No step of Parley depends on it.',
    hidden: {
      too_few: 'Too few proposals were decided ({n}, {events} of them approved) to say how ones like this fared.',
      low_events: 'Too few proposals were decided ({n}) for the factors there are to say how ones like this fared.',
      no_better: 'By the {n} outcomes there are, these factors tell no more than the plain rate of approval: no range is given.',
      uncalibrated: 'For cases it had not seen the model’s shares were wrong: no range is given.',
      too_clear:
        'These factors tell outcomes apart too well, as if they were known afterwards: no range is given. Check what is in the snapshots.',
      facts_missing: 'Still missing: {columns}. Only then can this draft be compared with the past.',
      never_seen: 'Never seen before: {columns}. There is nothing to compare with.',
      few_similar: 'Only {similar} were like this one, which is too few: no range is given.',
      large: 'There are too many proposals to compute this for now.',
    },
    setting: 'Likelihood beside drafts',
    isOn: 'On: counsellors see beside a draft how often proposals like it were approved, as a range; where calibration does not hold, only the reason. Clients never see it.',
    isOff:
      'Off (as it starts). When on, counsellors see beside a draft how often proposals like it were approved, as a range; where calibration does not hold, only the reason. Clients never see it.',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
  },
)
