import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { css, gql, sql } from './tags';

export const query = gql`query { site(url: "https://new.ex.ai/x") { id } }`;
export const style = css`background: url(https://new.ex.ai/b.png);`;
export const select = sql`select * from hosts where url = 'https://new.ex.ai'`;
export const raw = String.raw`https://new.ex.ai\n`;
export const called = gql(`query { site(url: "https://new.ex.ai/x") { id } }`);
export const marked = /* GraphQL */ `query { site(url: "https://new.ex.ai/x") { id } }`;
export const inside = css`background: url(${`${STAGING_BACKEND_URL}/c.png`});`;
