'use client'
export { Broken as default } from '@/app/_parts/broken'
