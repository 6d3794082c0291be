import { defineConfig } from '@playwright/test'

// Found and opened by global-setup, which runs first; every worker reads this file anew.
const browser: { executablePath?: string; env?: Record<string, string> } = JSON.parse(process.env.PARLEY_BROWSER ?? '{}')

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  workers: 2,
  // Two workers share one office. What passes on a second try only is counted apart and told by name (lib/platform/launch/counts.mjs).
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? 'list' : [['list'], ['json']],
  use: {
    baseURL: process.env.PARLEY_E2E_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      // In a locale without UTF-8, or in none, the browser calls every file whose name is not ASCII `download`.
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...browser.env },
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
})
