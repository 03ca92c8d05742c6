// A text that is called as the tag of the next one is left where the next one is.
export const called = `https://api.old.ex.ai`
`notapi.old.ex.aihttps://api.old.ex.ai`;
