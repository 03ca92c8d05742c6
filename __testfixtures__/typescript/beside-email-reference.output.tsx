import { STAGING_BACKEND_HOST, STAGING_DOCS_URL } from "@/lib/domain-config";

export const contact = `${STAGING_DOCS_URL}, help@${STAGING_BACKEND_HOST}`;
export const Contact = () => <p>{STAGING_DOCS_URL}, help@{STAGING_BACKEND_HOST}</p>;
