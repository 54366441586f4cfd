/** The channel that says that places, or the schedule of one, changed: whoever keeps them in memory reads them again. */
export const placesChanged = "places";
/** The channel that says that there is something to send, or no longer. */
export const broadcastsChanged = "broadcasts";
