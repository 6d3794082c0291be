export { Missing as default } from '@/app/_parts/missing'
