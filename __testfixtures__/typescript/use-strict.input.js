"use strict"
// Where the service is.
export const url = "https://api.old.ex.ai"
