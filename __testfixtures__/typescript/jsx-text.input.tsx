import React from "react";

export function Help() {
  return (
    <div>
      <code>https://api.old.ex.ai</code>
      <p>Call https://api.old.ex.ai/v1 &amp; wait.</p>
      <p>
        Our service is
        https://api.old.ex.ai
        and always was
      </p>
      <p>
        https://api.old.ex.ai
        https://app.old.ex.ai
      </p>
      <title>Help of https://api.old.ex.ai</title>
      <Trans>Call https://api.old.ex.ai now</Trans>
    </div>
  );
}
