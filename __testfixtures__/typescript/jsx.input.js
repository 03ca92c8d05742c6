import React from 'react'

export const Home = () => <a href='https://app.old.ex.ai'>home</a>
