/** The role that owns the tables: what the launcher hands to administrators' commands, and to nothing that serves. */
export const ownerUrl = () => process.env.PARLEY_OWNER_URL
