import { typedIn } from '../typed'
import { FieldFault, faultOf } from './message'

type Props = { page: string; error: string | undefined; tick: string; name: string }

/** What stands over every signature: that it was read, and the name. What was typed on the page comes back after a fault. */
export async function ReadAndSign({ page, error, tick, name }: Props) {
  const typed = await typedIn(page, error)
  return (
    <>
      <label className="tick">
        <input type="checkbox" name="hasRead" required defaultChecked={typed.hasRead === 'on'} {...faultOf('hasRead', error)} />
        <span>{tick}</span>
      </label>
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
    </>
  )
}
