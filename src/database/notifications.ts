/** The channel that says that places, or the schedule of one, changed: whoever keeps them in memory reads them again. */
export const placesChanged = "places";
