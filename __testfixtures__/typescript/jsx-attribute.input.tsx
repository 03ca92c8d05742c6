import { Link } from './link';

export const Links = () => (
  <>
    <a href="https://api.old.ex.ai">api</a>
    <a href='https://api.old.ex.ai/x?a=1&amp;b=2&nbsp;&copy;&unknown;'>entities</a>
    <a href="https://api.old.ex.ai/C:\temp`${x}">escapes</a>
    <Link to={'https://api.old.ex.ai/y'} from="x" />
    <img src="https://api.old.ex.ai/logo.png" alt="the logo" />
    <input placeholder="https://api.old.ex.ai
      and more" />
  </>
);
