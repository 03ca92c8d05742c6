import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { Link } from './link';

export const Links = () => (
  <>
    <a href={STAGING_BACKEND_URL}>api</a>
    <a href={`${STAGING_BACKEND_URL}/x?a=1&b=2\u00a0©&unknown;`}>entities</a>
    <a href={`${STAGING_BACKEND_URL}/C:\\temp\`\${x}`}>escapes</a>
    <Link to={`${STAGING_BACKEND_URL}/y`} from="x" />
    <img src={`${STAGING_BACKEND_URL}/logo.png`} alt="the logo" />
    <input placeholder="https://new.ex.ai
      and more" />
  </>
);
