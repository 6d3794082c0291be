import { migrate } from '@/db/migrate'

const { PARLEY_OWNER_URL: ownerUrl = '', PARLEY_APP_PASSWORD: appPassword } = process.env

await migrate({ ownerUrl, appPassword })
