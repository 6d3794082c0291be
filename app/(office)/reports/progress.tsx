const look =
  'h-2.5 w-full max-w-[16rem] appearance-none overflow-hidden rounded-chip bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary'

/** How many of the steps are done, in words beside the bar. */
export const Progress = ({ id, step, steps, text }: { id: string; step: number; steps: number; text: string }) => (
  <span className="grid min-w-[9em] gap-1">
    <label htmlFor={id}>{text}</label>
    <progress id={id} className={look} value={step} max={steps} />
  </span>
)
