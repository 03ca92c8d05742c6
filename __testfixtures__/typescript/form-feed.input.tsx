import { a } from './a';

export const A = (
  <p>
    {a} at
      https://api.old.ex.ai/x now
  </p>
);
