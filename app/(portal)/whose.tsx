import { currentActor } from '@/lib/core/session'

/** Whom a form was made for: what they typed is kept for them, and for nobody else, where their session ends meanwhile. */
export const Whose = async () => <input type="hidden" name="whose" value={(await currentActor())?.id} />
