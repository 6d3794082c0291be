type Paper = { readonly text: string; readonly doi?: string }

type Row = {
  readonly key: string
  readonly technique: string
  readonly notation: string
  readonly papers: readonly Paper[]
  readonly code: readonly string[]
}

/**
 * What the figures are computed by: technique, formula in plain notation, where it was published (with a DOI where it has
 * one), and the files that compute it. z is 1.96; a b c d are the counts of a table in reading order, e of n the approved;
 * l and u are Wilson's limits.
 */
export const formulas = [
  {
    key: 'share',
    technique: 'Wilson',
    notation: '(p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)',
    papers: [{ text: 'Wilson 1927, JASA 22:209', doi: '10.1080/01621459.1927.10502953' }],
    code: ['proportions'],
  },
  {
    key: 'difference',
    technique: 'Newcombe 10',
    notation: 'p̂₁ − p̂₂ − √((p̂₁−l₁)² + (u₂−p̂₂)²);  p̂₁ − p̂₂ + √((u₁−p̂₁)² + (p̂₂−l₂)²)',
    papers: [
      { text: 'Newcombe 1998, Stat Med 17:873', doi: '10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I' },
    ],
    code: ['proportions'],
  },
  {
    key: 'odds',
    technique: 'Woolf',
    notation: 'OR = ad/bc;  exp(ln OR ± z·√(1/a + 1/b + 1/c + 1/d))',
    papers: [{ text: 'Woolf 1955, Ann Hum Genet 19:251', doi: '10.1111/j.1469-1809.1955.tb01348.x' }],
    code: ['two-by-two'],
  },
  {
    key: 'stratified',
    technique: 'Mantel–Haenszel, Robins–Breslow–Greenland',
    notation: 'OR = Σ(aᵢdᵢ/nᵢ) / Σ(bᵢcᵢ/nᵢ)',
    papers: [
      { text: 'Mantel & Haenszel 1959, JNCI 22:719', doi: '10.1093/jnci/22.4.719' },
      { text: 'Robins, Breslow & Greenland 1986, Biometrics 42:311', doi: '10.2307/2531052' },
    ],
    code: ['stratified'],
  },
  {
    key: 'homogeneity',
    technique: 'Breslow–Day–Tarone',
    notation: 'Σ(aᵢ − Aᵢ)²/Vᵢ − (Σ(aᵢ − Aᵢ))²/ΣVᵢ ~ χ²(k − 1)',
    papers: [{ text: 'Tarone 1985, Biometrika 72:91' }],
    code: ['homogeneity'],
  },
  {
    key: 'model',
    technique: 'logit, profile likelihood',
    notation: 'ln(π/(1−π)) = β₀ + Σβⱼxⱼ;  2(ℓ(β̂) − ℓ(βⱼ)) = 3.84',
    papers: [{ text: 'Venzon & Moolgavkar 1988, Appl Stat 37:87', doi: '10.2307/2347496' }],
    code: ['logistic', 'surface', 'profile'],
  },
  {
    key: 'sparse',
    technique: 'Firth, profile penalised likelihood',
    notation: 'ℓ*(β) = ℓ(β) + ½ ln |I(β)|;  2(ℓ*(β̂) − ℓ*(βⱼ)) = 3.84',
    papers: [
      { text: 'Firth 1993, Biometrika 80:27', doi: '10.1093/biomet/80.1.27' },
      { text: 'Heinze & Schemper 2002, Stat Med 21:2409', doi: '10.1002/sim.1047' },
    ],
    code: ['logistic', 'surface', 'profile'],
  },
  {
    key: 'test',
    technique: 'Fisher, χ²',
    notation: 'p = Σ P(x), P(x) ≤ P(a);  χ² = Σ(O − E)²/E',
    papers: [{ text: 'Agresti 2013, Categorical Data Analysis' }],
    code: ['hypergeometric', 'r-by-c'],
  },
  {
    key: 'trend',
    technique: 'Cochran–Armitage',
    notation: 'z = Σ(eᵢ − nᵢp̂)(sᵢ − s̄) / √(p̂(1−p̂)·Σnᵢ(sᵢ − s̄)²)',
    papers: [{ text: 'Armitage 1955, Biometrics 11:375', doi: '10.2307/3001775' }],
    code: ['trend'],
  },
  {
    key: 'bend',
    technique: 'Rao score test: x², fifths',
    notation: 'U²/I ~ χ²(1);  U′I⁻¹U ~ χ²(3);  p = 2·min(p₁, p₂)',
    papers: [{ text: 'Rao 1948, Proc Camb Phil Soc 44:50', doi: '10.1017/S0305004100023987' }],
    code: ['bend', 'steps'],
  },
  {
    key: 'standardised',
    technique: 'g-computation',
    notation: 'Σ(π̂ᵢ(x = 1) − π̂ᵢ(x = 0)) / n',
    papers: [
      { text: 'Robins 1986, Math Model 7:1393', doi: '10.1016/0270-0255(86)90088-6' },
      { text: 'Greenland, Robins & Pearl 1999, Stat Sci 14:29', doi: '10.1214/ss/1009211805' },
    ],
    code: ['standardised'],
  },
  {
    key: 'many',
    technique: 'Benjamini–Hochberg',
    notation: 'q₍ᵢ₎ = min (m/j)·p₍ⱼ₎, j ≥ i',
    papers: [{ text: 'Benjamini & Hochberg 1995, JRSS-B 57:289', doi: '10.1111/j.2517-6161.1995.tb02031.x' }],
    code: ['multiplicity'],
  },
  {
    key: 'cluster',
    technique: 'CR0 · G/(G−1)',
    notation: 'V = G/(G−1) · I⁻¹ (Σ u u′) I⁻¹',
    papers: [{ text: 'Cameron & Miller 2015, J Hum Resour 50:317', doi: '10.3368/jhr.50.2.317' }],
    code: ['cluster-robust'],
  },
  {
    key: 'area',
    technique: 'DeLong',
    notation: 'AUC = Σᵢⱼ([sᵢ > sⱼ] + ½[sᵢ = sⱼ]) / mn;  AUC ± z·√(S₁₀/m + S₀₁/n)',
    papers: [
      { text: 'DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837', doi: '10.2307/2531595' },
      { text: 'Sun & Xu 2014, IEEE SPL 21:1389', doi: '10.1109/LSP.2014.2337313' },
    ],
    code: ['discrimination'],
  },
  {
    key: 'brier',
    technique: 'Brier',
    notation: 'Σ(yᵢ − π̂ᵢ)² / n;  p̂(1 − p̂)',
    papers: [{ text: 'Brier 1950, Mon Weather Rev 78:1', doi: '10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2' }],
    code: ['calibration'],
  },
  {
    key: 'calibration',
    technique: 'logit',
    notation: 'ln(π/(1−π)) = α + β·ln(π̂/(1−π̂))',
    papers: [{ text: 'Van Calster et al. 2019, BMC Med 17:230', doi: '10.1186/s12916-019-1466-7' }],
    code: ['calibration'],
  },
  {
    key: 'time',
    technique: 'Kaplan–Meier',
    notation: 'Ŝ(t) = Π(1 − dᵢ/nᵢ), tᵢ ≤ t',
    papers: [{ text: 'Kaplan & Meier 1958, JASA 53:457', doi: '10.1080/01621459.1958.10501452' }],
    code: ['kaplan-meier'],
  },
  {
    key: 'ends',
    technique: 'Aalen–Johansen',
    notation: 'F̂ₖ(t) = Σ Ŝ(tᵢ−)·dₖᵢ/nᵢ, tᵢ ≤ t',
    papers: [{ text: 'Aalen & Johansen 1978, Scand J Stat 5:141' }],
    code: ['competing'],
  },
] as const satisfies readonly Row[]

/** The files of lib/statistics that can be read: those of the table and nothing else. */
const files = new Map(formulas.flatMap(({ code }) => code.map((name): [string, string] => [name, `${name}.ts`])))

/** The file of a name of the table; undefined for every other text. */
export const codeFile = (name: string): string | undefined => files.get(name)
