import { sentences } from '../sentences'

/** What the statistics say in words: warnings, faults of a spec, and the reasons behind each threshold. */
export const analysis = sentences(
  {
    warnings: {
      separation_level: '“{column}”为“{level}”的 {n} 件中有 {events} 件获批，只有一种结果，算不出优势比；请看件数和区间。',
      separation_number: '“{column}”的数值把两种结果分得一干二净，算不出优势比。',
      separation_model: '“{column}”在多因素模型里把结果完全分开，普通估计不存在，已改用 Firth 惩罚估计和剖面区间。',
      too_few_all:
        '已有结果的有 {decided} 件（获批 {events}，被拒 {others}），至少要 {needed} 件且两种结果各不少于 {each} 件才比较；目前只列件数和比例区间。',
      too_few_levels:
        '“{column}”中的 {levels} 件数太少（某类少于 {perLevel} 件，或某种结果少于 {perCell} 件），不作比较，件数仍计入合计。',
      too_few_number: '“{column}”有数值且已有结果的件数太少，不作比较。',
      levels_not_looked:
        '“{column}”没有在“{by}”的同一取值之内相比：那里平均每个取值不足 {rows} 件，也放不进多因素模型。看到的差别可能有一部分来自它。',
      nothing_to_compare: '“{column}”在已有结果的件里没有值，或只有同一个值，没有可以相比的，不作比较。',
      low_epv_refused:
        '多因素模型有 {parameters} 个参数，较少的那种结果只有 {fewer} 件，平均每个参数不足 {needed} 件，因此不做多因素模型；看起来有差别的，改为与其他因素逐一并看，取值很多的列则在其同一取值之内相比（几乎每件一个值的列除外）。',
      model_too_wide: '多因素模型有 {parameters} 个参数，太多了：请去掉取值很多的列（如编号、姓名）。',
      own_model_too_wide:
        '“{column}”没有调整后的数：把它放进模型就有 {parameters} 个参数，较少的那种结果只有 {fewer} 件，平均每个参数不足 {needed} 件。',
      low_epv_firth: '多因素模型平均每个参数只有 {ratio} 件，改用 Firth 惩罚估计，结论请从严看待。',
      bands_not_looked:
        '“{column}”没有再看一次：“{by}”的获批率不是直线变化，把它分成小段与其他因素一起放进模型，参数就太多、件数不够。看到的差别可能有一部分来自它与其他因素合在一起。',
      leakage_timing: '“{column}”是决定之后才知道的，可能正是决定的结果，不参与比较。',
      leakage_auc: '单凭“{column}”就能区分结果到 {auc}（AUC），好得不像事先知道的信息，多半是决定之后才填的，不参与比较。',
      leakage_model: '模型区分结果的能力达到 {auc}（AUC），请检查是否有决定之后才知道的信息。',
      leakage_model_untold:
        '几个因素合在一起，对没有参与计算的件也能区分到 {auc}（AUC），好得不像事先知道的信息，又分不清是哪几个，所以这里什么都不列为发现：请先去掉决定之后才知道的列。',
      confounded:
        '调整其他因素后，“{column}”（{level}）的优势比从 {crude} 变为 {adjusted}，获批率差也随之变化：原来的差别有一部分来自其他因素。',
      confounded_rows:
        '调整其他因素后，“{column}”（{level}）的优势比从 {crude} 变为 {adjusted}，获批率差也随之变化：差别有一部分来自其他因素。两者都只用所调整的因素均无缺失的件（{n} 件中的 {rows} 件），表中的未调整值则用全部 {n} 件。',
      moved_by_gaps:
        '“{column}”（{level}）的优势比未调整为 {crude}，调整后为 {adjusted}；但这一变化几乎全部来自因其他因素有缺失而略去的件，不是来自调整：在 {n} 件中无缺失的 {rows} 件里，不调整也是 {kept}。',
      moved_by_both:
        '“{column}”（{level}）的优势比未调整为 {crude}，调整后为 {adjusted}；但后者只用其他因素均无缺失的件（{n} 件中的 {rows} 件），在这些件里不调整为 {kept}。两者的差别既可能来自略去的件，也可能来自调整，分不清各占多少。',
      reversal:
        '“{column}”（{level}）合在一起看和分开看方向相反：合并优势比 {crude}，按“{by}”分层后 {stratified}。请以分层结果为准。',
      reversal_model:
        '“{column}”（{level}）调整前后方向相反：未调整的优势比 {crude}，调整“{by}”后 {stratified}。请以调整后的结果为准。',
      reversal_model_rows:
        '“{column}”（{level}）调整前后方向相反：未调整的优势比 {crude}，调整“{by}”后 {stratified}。请以调整后的结果为准。两者都只用所调整的因素均无缺失的件（{n} 件中的 {rows} 件），表中的未调整值则用全部 {n} 件。',
      heterogeneous:
        '“{column}”（{level}）在不同“{by}”里的差别看来不一致（比较得多时，偶然也会这样），所以不给单一的优势比，请看各层。',
      not_straight_number:
        '“{column}”的数值和获批率不是直线关系（如先升后降），每个标准差的优势比只说得出一部分：请看各段的件数和区间。',
      confounded_bent:
        '“{column}”（{level}）合计优势比为 {crude}；但“{by}”的获批率不是直线变化，把它分成小段、只在同一段之内相比，就分不清是不是偶然，所以不列为发现。',
      confounded_bands:
        '“{column}”（{level}）合计优势比为 {crude}；但“{by}”的获批率不是直线变化，分成小段、与模型中的其他因素一起调整后，就分不清是不是偶然，所以不列为发现。',
      confounded_levels:
        '“{column}”（{level}）合计优势比为 {crude}；但“{by}”取值很多，放不进多因素模型，而在取值相同的件之内相比，就分不清是不是偶然，所以不列为发现。',
      confounded_far:
        '“{column}”（{level}）合计优势比为 {crude}；但“{by}”有的数值与其余相差太远，只能分成小段来调整，而在同一段之内相比，就分不清是不是偶然，所以不列为发现。',
      not_straight: '“{column}”各级的获批率不是一路升或一路降，只看趋势会看错：请逐级看件数和区间。',
      cluster_level_few:
        '“{column}”是整个“{cluster}”的属性，只有 {clusters} 个“{cluster}”，不能把每一件当作独立证据，不给 p 值。',
      cluster_level_robust: '“{column}”是整个“{cluster}”的属性，已按 {clusters} 个“{cluster}”计算稳健 p 值。',
      cluster_level_nested:
        '“{cluster}”取值相同的件，“{column}”也都相同，而“{cluster}”只有 {clusters} 个取值：看到的差别属于哪一个分不清，也不能把每一件当作独立证据，所以不给 p 值。',
      cluster_between:
        '“{column}”的差别主要在不同的“{cluster}”之间，同一“{cluster}”里看不出来：可能只是这几个“{cluster}”本身不同。',
      clusters_few:
        '同一“{cluster}”的件往往彼此相似，而这里只有 {clusters} 个（少于 {needed} 个）：顾及这一点的稳健误差此时偏小，p 值和区间看上去比实际更有把握（Cameron & Miller 2015）。',
      strata_single:
        '“{by}”几乎每件一个值（已有结果的 {decided} 件分成 {strata} 层），同一层里没有可以相比的两件，所以一律看不出差别。请改按较粗的一列分层（如债权方），或者不分层。',
      copied_rows: '已有结果的件里有 {n} 行和别的行每一列都相同，多半是同一件重复列出：重复的会被当作又一件证据。',
      copied_rows_many:
        '已有结果的件里有 {n} 行和别的行每一列都相同，多半是同一件重复列出。重复的会被当作又一件证据，所以这里什么都不列为发现：请先去掉重复的行。',
      missing_differs: '“{column}”的缺失和结果有关：获批的缺 {eventShare}，被拒的缺 {otherShare}，比较只用了有值的件。',
      collinear: '“{column}”和模型里的其他因素几乎是同一件事，分不清各自的作用。',
      same_as: '“{column}”和“{other}”在已有结果的每一件里都一样，分不清是哪一个；两者合起来只算一个发现。',
      skewed: '{share} 的结果相同，比例几乎不动，很难看出哪些因素有关。',
      not_read: '“{column}”有 {n} 件写的值用不上（不是数字、不在所列的各级里，或天数为负），按缺失计。',
      count_not_read: '“{column}”有 {n} 行写的不是件数（件数须是 0 或以上的整数），这些行不计入。',
      number_far:
        '“{column}”有的数值与其余相差太远，无法计算，不作比较；其他因素改为在它的各小段之内相比。请先核对这些数值（如多写了几位）。',
      no_intercept:
        '模型的截距说的是所有数值都为 0 的一件，而有的数值离 0 太远（如很长的编号），截距算不出来；其他系数不受影响。',
      perfect_prediction: '“{column}”和结果完全一一对应，多半就是结果的另一种写法。',
    },
    faults: {
      shape: '分析说明的 {where} 处有问题：{what}',
      unknown_key: '分析说明里的“{key}”不认识，最接近的是“{near}”。这里可以写：{known}。',
      unknown_column: '表里没有“{column}”这一列。现有的列：{known}。',
      unknown_level: '“{column}”里没有“{level}”。现有的值：{known}。',
      same_outcome: '获批和被拒不能用同一个值“{level}”。',
      repeated_factor: '因素“{column}”写了两遍。',
      outcome_as_factor: '“{column}”是结果，不能同时作为因素。',
      not_a_factor: '“{column}”不在因素列表里。',
      no_rows: '表里没有数据行。',
      no_spec: '读不了分析说明 {file}：{what}',
      no_sheet: '读不了表格 {file}：{what}',
    },
    rules: {
      decided: '已有结果少于 {value} 件：只列件数和 Wilson 区间。件数太少时任何差别都可能是偶然。',
      perOutcome: '获批或被拒少于 {value} 件：只列件数和 Wilson 区间。',
      perLevel: '一类少于 {value} 件：不作比较，不悄悄合并，件数仍计入合计。',
      perCell: '一格少于 {value} 件：不给优势比和 p 值，近似此时不可靠。',
      eventsPerParameter: '每个参数不足 {value} 件：不做多因素模型（Peduzzi 1996；van Smeden 2016）。',
      eventsPerParameterForMl: '每个参数不足 {value} 件：只用 Firth 惩罚估计（Riley 2019）。',
      leakageAuc: '单个因素或模型的 AUC 高于 {value}：很可能用到了事后信息（Kaufman 2012）。',
      clusters:
        '机构（或其他分群）少于 {value} 家：机构层面的属性不给 p 值；其他因素的稳健误差偏小，给出提醒（Cameron & Miller 2015）。',
      rowsPerCluster:
        '机构较少而平均每家至少 {value} 件：还要在同一机构之内看得出差别，p 取较大者。取值太多、放不进模型的列也如此：平均每个取值至少 {value} 件，就还要在同一取值之内看得出差别。',
      falseDiscovery: 'q 高于 {value}：在这些数据里分不清是不是偶然；从不说“没有影响”。',
      heterogeneity: 'Breslow-Day-Tarone 检验 p 低于 {value}：各层不一致，不给单一优势比。',
      expectedPerStratum: '过半数的层里有一格的期望件数不足 {value}：上面的检验太容易偶然偏小，不据此说各层不一致。',
      heterogeneityAlone: '整体看不出差别时，各层不一致的检验 p 还要低于 {value}（按比较次数均摊）才单独提出。',
      departure: '有序分组或数值偏离直线的检验 p 低于 {value}：提示不是一路升或降。',
      rowsPerBand:
        '某个数值偏离直线，或有的值远到无法计算时，把它分成每段约 {value} 件的小段（最多 100 段）：其他因素在同一段之内也看得出差别，在用这样的段（最多 20 段）代替该数值的多因素模型里也看得出，才列为发现（Cochran 1968）。',
      movement: '在同样的件上，调整后对数优势比的变动超过它自身的五分之一（{value}），获批率差也是：视为混杂。',
      movementFloor:
        '优势比的变动不到 {value} 倍：不算变动，否则接近 1 的优势比稍一动就超过自身的五分之一（Mickey & Greenland 1989）。',
      missingP: '两种结果的缺失率检验 p 低于 {value}：提示缺失和结果有关。',
      missingGap: '两种结果的缺失率至少相差 {value} 才提示。',
      copies: '超过 {value} 的行和别的行每一列都相同：不列任何发现。',
      copiedByChance:
        '几行共有一个值（0、最低工资、“无”等）本身不算重复：某一列被共有的值中，其余各列也全都相同的多到偶然不过 {value}（按列数均摊），才把这些行看作重复。',
      skewed: '一种结果超过 {value}：提示结果过于集中。',
      inflation: '广义方差膨胀因子高于 {value}：提示因素之间分不开（Fox & Monette 1992）。',
    },
  },
  {
    warnings: {
      separation_level:
        'Of {n} with {column} “{level}”, {events} were approved: one outcome only, so no odds ratio exists. See the counts and the interval.',
      separation_number: 'The value of {column} separates the outcomes, so no odds ratio exists.',
      separation_model:
        '{column} separates the outcomes in the multivariable model, so the plain estimate does not exist. Firth’s penalised estimate and profile limits are used.',
      too_few_all:
        '{decided} are decided ({events} approved, {others} refused); comparisons need {needed} and at least {each} of each. Counts and intervals only.',
      too_few_levels:
        '{column}: {levels} too few to compare (fewer than {perLevel} decided, or fewer than {perCell} of one outcome). They stay in the totals.',
      too_few_number: '{column}: too few decided rows with a value to compare.',
      levels_not_looked:
        '{column} was not looked at within the values of {by}: with fewer than {rows} decided rows each on average they are too few for that, and too many for the model. Part of the difference may belong to it.',
      nothing_to_compare:
        '{column} has no value in any decided row, or the same in all that have one: there is nothing to compare.',
      low_epv_refused:
        'The multivariable model would have {parameters} parameters and {fewer} of the rarer outcome, fewer than {needed} per parameter: no model. What looks like a difference is looked at beside each other factor in turn, and within the levels of a column with many of them (not of one with a value for nearly every row).',
      model_too_wide:
        'The multivariable model would have {parameters} parameters: too many. Leave out columns with very many values, such as numbers or names.',
      own_model_too_wide:
        '{column} has no adjusted figure: with it the model would have {parameters} parameters and {fewer} of the rarer outcome, fewer than {needed} per parameter.',
      low_epv_firth:
        'Only {ratio} of the rarer outcome per parameter: Firth’s penalised estimates are used; read them with caution.',
      bands_not_looked:
        '{column} was not looked at once more: the rate does not go straight along {by}, and cut into bands beside the other factors of a model that has too many parameters for these data. Part of the difference may belong to both together.',
      leakage_timing: '{column} was only known after the decision and may follow from it. It is not compared.',
      leakage_auc:
        '{column} alone tells the outcomes apart with an AUC of {auc}, better than anything known beforehand should. It was probably recorded afterwards and is not compared.',
      leakage_model:
        'The model tells the outcomes apart with an AUC of {auc}. Check for information only known after the decision.',
      leakage_model_untold:
        'Together the factors tell approved from refused too well (AUC {auc}, in cases the model had not seen) to have been known before, and which of them do cannot be told. So nothing here is a finding: first leave out what was known only after the decision.',
      confounded:
        'Adjusting moves the odds ratio of {column} ({level}) from {crude} to {adjusted}, and the difference in rates with it: part of the crude difference belongs to other factors.',
      confounded_rows:
        'Adjusting moves the odds ratio of {column} ({level}) from {crude} to {adjusted}, and the difference in rates with it: part of the difference belongs to other factors. Both are of the {rows} of {n} decided rows without a gap in what is adjusted for; the unadjusted one of the table is of all {n}.',
      moved_by_gaps:
        'The odds ratio of {column} ({level}) is {crude} unadjusted and {adjusted} adjusted; but nearly all of that change comes from rows left out for gaps in other factors, not from adjusting: in the {rows} of {n} decided rows without a gap it is {kept} before any adjusting.',
      moved_by_both:
        'The odds ratio of {column} ({level}) is {crude} unadjusted and {adjusted} adjusted; but the latter is of the {rows} of {n} decided rows without a gap in other factors, and in these it is {kept} before any adjusting. The change may come from the rows left out as well as from adjusting; how much from which cannot be told.',
      reversal:
        '{column} ({level}) points one way overall and the other way inside: odds ratio {crude} overall, {stratified} within {by}. Believe the latter.',
      reversal_model:
        '{column} ({level}) points one way by itself and the other way once adjusted: odds ratio {crude} unadjusted, {stratified} adjusted for {by}. Believe the latter.',
      reversal_model_rows:
        '{column} ({level}) points one way by itself and the other way once adjusted: odds ratio {crude} unadjusted, {stratified} adjusted for {by}. Believe the latter. Both are of the {rows} of {n} decided rows without a gap in what is adjusted for; the unadjusted one of the table is of all {n}.',
      heterogeneous:
        'The difference by {column} ({level}) seems not to be the same in every {by} (of many comparisons some look so by chance). No single odds ratio is given; see the strata.',
      not_straight_number:
        'The rate does not go straight along {column} (it may rise and fall again); an odds ratio per standard deviation tells part of it only. See the counts and intervals of its bands.',
      confounded_bent:
        '{column} ({level}) has an odds ratio of {crude} overall; but the rate does not go straight along {by}, and within narrow bands of it the difference cannot be told from chance. It is no finding.',
      confounded_bands:
        '{column} ({level}) has an odds ratio of {crude} overall; but the rate does not go straight along {by}, and adjusted for that in bands, together with the other factors of the model, the difference cannot be told from chance. It is no finding.',
      confounded_levels:
        '{column} ({level}) has an odds ratio of {crude} overall; but {by} has too many values for a model, and among those with the same value of it the difference cannot be told from chance. It is no finding.',
      confounded_far:
        '{column} ({level}) has an odds ratio of {crude} overall; but some values of {by} are so far from the others that it can only be adjusted for in bands, and within narrow bands of it the difference cannot be told from chance. It is no finding.',
      not_straight:
        'The rate does not rise or fall all along the levels of {column}; a trend alone would mislead. See the counts and intervals of each.',
      cluster_level_few:
        '{column} belongs to the {cluster} as a whole and there are only {clusters}: rows are not independent evidence, so there is no p.',
      cluster_level_robust: '{column} belongs to the {cluster} as a whole; its p allows for that over {clusters} of them.',
      cluster_level_nested:
        '{column} is the same wherever {cluster} is, and there are only {clusters} values of {cluster}: which of the two a difference belongs to cannot be told, and rows may not be independent evidence, so there is no p.',
      cluster_between:
        'The difference by {column} lies between one {cluster} and another; within the same {cluster} it cannot be seen. It may only be that these few differ.',
      clusters_few:
        'Rows of the same {cluster} hang together, and there are only {clusters} of them: with fewer than {needed}, errors that allow for it come out too small, so that p and intervals look surer than they are (Cameron & Miller 2015).',
      strata_single:
        'Nearly every row has a {by} of its own ({strata} strata for {decided} decided rows): hardly two can be compared within one, and no difference can be told. Stratify by a coarser column, such as the creditor, or not at all.',
      copied_rows:
        'Decided rows that are the same as another in every column: {n}. They are probably one case listed again, and count as evidence twice.',
      copied_rows_many:
        'Decided rows that are the same as another in every column: {n}. They are probably one case listed again, and would count as evidence twice, so nothing is called a finding here. Remove the copies first.',
      missing_differs:
        'Missing values of {column} go with the outcome: {eventShare} missing among the approved, {otherShare} among the refused. Only rows with a value are compared.',
      collinear: '{column} is nearly the same as other factors in the model; their parts cannot be told apart.',
      same_as:
        '{column} is the same as {other} in every decided case. Which of the two goes with the outcome cannot be told; together they are one finding.',
      skewed: '{share} have the same outcome. Rates hardly move, so little can be seen to go with them.',
      not_read:
        'Values of {column} that cannot be used (no number, none of the levels named, or days below 0): {n}. They count as missing.',
      count_not_read: 'Rows whose {column} is no count (a whole number, 0 or more): {n}. They are left out.',
      number_far:
        'Some values of {column} are so far from the others that nothing can be fitted; it is not compared, and other factors are looked at within narrow bands of it. Check them first, for digits too many, say.',
      no_intercept:
        'The intercept of the model speaks of a case with 0 for every number, and some numbers are too far from 0 for that (long serial numbers, say): it has no figures. The other coefficients stand.',
      perfect_prediction: '{column} matches the outcome one to one. It is probably the outcome written differently.',
    },
    faults: {
      shape: 'The spec is wrong at {where}: {what}',
      unknown_key: 'The spec says “{key}”, which nothing reads; the nearest right key is “{near}”. Right ones here: {known}.',
      unknown_column: 'The sheet has no column “{column}”. It has: {known}.',
      unknown_level: 'Column “{column}” has no “{level}”. It has: {known}.',
      same_outcome: 'Event and nonEvent cannot both be “{level}”.',
      repeated_factor: 'Factor “{column}” is listed twice.',
      outcome_as_factor: '“{column}” is the outcome and cannot be a factor as well.',
      not_a_factor: '“{column}” is not among the factors.',
      no_rows: 'The sheet has no rows.',
      no_spec: 'Cannot read the spec {file}: {what}',
      no_sheet: 'Cannot read the sheet {file}: {what}',
    },
    rules: {
      decided: 'Fewer than {value} decided: counts and Wilson intervals only. With so few, any difference can be chance.',
      perOutcome: 'Fewer than {value} approved, or refused: counts and Wilson intervals only.',
      perLevel: 'A level with fewer than {value} decided is not compared, nor quietly merged; it stays in the totals.',
      perCell: 'A cell with fewer than {value} has no odds ratio and no p: the approximations fail there.',
      eventsPerParameter: 'Fewer than {value} events per parameter: no multivariable model (Peduzzi 1996; van Smeden 2016).',
      eventsPerParameterForMl: 'Fewer than {value} events per parameter: Firth’s penalised likelihood only (Riley 2019).',
      leakageAuc: 'An AUC above {value} for one factor or the model: probably known only afterwards (Kaufman 2012).',
      clusters:
        'Fewer than {value} creditors (or other clusters): no p for what belongs to the creditor, and a warning beside the rest, as robust errors are then too small (Cameron & Miller 2015).',
      rowsPerCluster:
        'With fewer, and at least {value} decided for each: the difference must also show within them; the larger p counts. So must it within the levels of a column that has too many of them for a model, with at least so many decided for each.',
      falseDiscovery: 'A q above {value}: not distinguishable from chance in these data; never “no effect”.',
      heterogeneity: 'Breslow-Day-Tarone p below {value}: strata disagree, no single odds ratio.',
      expectedPerStratum:
        'More than half of the strata with an expected cell below {value}: that p is small by chance too often, and strata are not called at odds by it.',
      heterogeneityAlone:
        'Where nothing shows overall, disagreeing strata are mentioned alone only with p below {value}, shared over all comparisons.',
      departure: 'Ordered levels or numbers that depart from a straight line with p below {value}: said so.',
      rowsPerBand:
        'Where a number does, or has values too far off for any line, it is cut into bands of about {value} decided rows (at most 100): to be findings, other factors must also hold within these, and in the model of all with such bands (at most 20) in place of the number (Cochran 1968).',
      movement:
        'A log odds ratio that moves by more than a fifth ({value}) of itself on adjustment, on the same rows, and the risk difference likewise: confounded.',
      movementFloor:
        'An odds ratio that moves by less than a factor of {value} has not moved: near 1 the least thing is more than a fifth of it (Mickey & Greenland 1989).',
      missingP: 'Missing values differ by outcome with p below {value}: said so.',
      missingGap: 'The shares missing must differ by at least {value} to be mentioned.',
      copies: 'More than {value} of the decided rows the same as others in every column: nothing is a finding.',
      copiedByChance:
        'Rows that share a value (0, a minimum wage, “none”) are no copies for that: they are where, of the values of a column that rows share, so many are of rows equal in every other column too as chance gives in less than {value} (shared over the columns).',
      skewed: 'One outcome above {value}: said to be skewed.',
      inflation: 'A generalised variance inflation above {value}: factors cannot be told apart (Fox & Monette 1992).',
    },
  },
)
