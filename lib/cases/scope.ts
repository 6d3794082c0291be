/** Which cases an actor may see, by the name that the case work knows it by. */
export { casesInReach as visibleTo, casesInReachOf as visibleToAsker, listParam, reachOf } from '@/lib/core/reach'
