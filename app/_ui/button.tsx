import Link from 'next/link'
import type { ComponentProps } from 'react'

const looks = {
  primary: 'bg-primary text-on-primary border-transparent font-semibold hover:bg-primary-hover',
  secondary: 'bg-surface text-ink border-control hover:bg-sunken',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-sunken',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-bg',
} as const

export type Look = keyof typeof looks

/** The shape shared by buttons and links that look like one. */
export const buttonClass = (look: Look = 'secondary', extra = '') =>
  `inline-flex min-h-8 items-center justify-center gap-1.5 rounded-[6px] border px-3 py-1 text-body no-underline transition-colors duration-150 disabled:opacity-60 aria-disabled:opacity-60 ${looks[look]} ${extra}`

type ButtonProps = ComponentProps<'button'> & { look?: Look }

export const Button = ({ look, className, type = 'button', ...rest }: ButtonProps) => (
  <button type={type} className={buttonClass(look, className)} {...rest} />
)

type LinkProps = ComponentProps<typeof Link> & { look?: Look }

export const ButtonLink = ({ look, className, ...rest }: LinkProps) => <Link className={buttonClass(look, className)} {...rest} />
