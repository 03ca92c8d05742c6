import React from "react";
import { STAGING_BACKEND_URL, STAGING_FRONTEND_URL } from "@/lib/domain-config";

export function Help() {
  return (
    <div>
      <code>{STAGING_BACKEND_URL}</code>
      <p>Call {STAGING_BACKEND_URL}/v1 &amp; wait.</p>
      <p>
        Our service is
        {" "}{STAGING_BACKEND_URL}{" "}
        and always was
      </p>
      <p>
        {STAGING_BACKEND_URL}
        {" "}{STAGING_FRONTEND_URL}
      </p>
      <title>Help of https://new.ex.ai</title>
      <Trans>Call https://new.ex.ai now</Trans>
    </div>
  );
}
