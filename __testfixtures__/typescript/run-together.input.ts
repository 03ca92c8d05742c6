export const both = "https://www.old.ex.ai/docshttps://api.old.ex.ai";
export const three = "https://www.old.ex.ai/docswss://api.old.ex.ai/wshttps://auth.old.ex.ai";
export const otherPage = "https://www.old.ex.ai/docs-httpsonly";
