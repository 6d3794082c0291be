// @ts-check
/** @type {import('next').NextConfig} */
const config = { serverExternalPackages: ['pg'] }

export default config
