import { typedIn } from '../typed'
import { FieldFault, faultOf } from './message'
import { SigningCode } from './signing-code'

type Props = {
  page: string
  error: string | undefined
  /** What the tick says, and which field of the form it is. */
  tick: string
  of?: 'hasRead' | 'agree'
  name: string
}

/** What stands over every signature: the tick, the name and the code. What was typed comes back after a fault, save the code. */
export async function ReadAndSign({ page, error, tick, of = 'hasRead', name }: Props) {
  const typed = await typedIn(page, error)
  return (
    <>
      <label className="tick">
        <input type="checkbox" name={of} required defaultChecked={typed[of] === 'on'} {...faultOf('tick', error)} />
        <span>{tick}</span>
      </label>
      <FieldFault field="tick" error={error} />
      <label className="field">
        {name}
        <input
          type="text"
          name="name"
          required
          autoComplete="name"
          maxLength={50}
          defaultValue={typed.name}
          {...faultOf('name', error)}
        />
      </label>
      <FieldFault field="name" error={error} />
      <SigningCode error={error} />
    </>
  )
}
