/** The wording people agree to today. A new wording gets a new version, and everybody is asked again. */
export const consentTextVersion = '2026-11'
