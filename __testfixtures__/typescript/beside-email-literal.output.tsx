import { STAGING_DOCS_URL } from "@/lib/domain-config";

export const contact = `${STAGING_DOCS_URL}, help@new.ex.ai`;
export const Contact = () => <p>{STAGING_DOCS_URL}, help@new.ex.ai</p>;
