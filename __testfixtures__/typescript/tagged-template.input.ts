import { css, gql, sql } from './tags';

export const query = gql`query { site(url: "https://api.old.ex.ai/x") { id } }`;
export const style = css`background: url(https://api.old.ex.ai/b.png);`;
export const select = sql`select * from hosts where url = 'https://api.old.ex.ai'`;
export const raw = String.raw`https://api.old.ex.ai\n`;
export const called = gql(`query { site(url: "https://api.old.ex.ai/x") { id } }`);
export const marked = /* GraphQL */ `query { site(url: "https://api.old.ex.ai/x") { id } }`;
export const inside = css`background: url(${'https://api.old.ex.ai/c.png'});`;
