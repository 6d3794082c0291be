import { typedIn } from '../typed'
import { FieldFault, faultOf } from './message'
import { SigningCode } from './signing-code'

type Props = { page: string; error: string | undefined; tick: string; name: string }

/** What stands over every signature: that it was read, the name and the code. What was typed comes back after a fault, save the code. */
export async function ReadAndSign({ page, error, tick, name }: Props) {
  const typed = await typedIn(page, error)
  return (
    <>
      <label className="tick">
        <input type="checkbox" name="hasRead" required defaultChecked={typed.hasRead === 'on'} {...faultOf('hasRead', error)} />
        <span>{tick}</span>
      </label>
      <FieldFault field="hasRead" error={error} />
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
